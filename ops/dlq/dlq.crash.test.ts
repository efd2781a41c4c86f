import { randomUUID } from "node:crypto"
import { rm, writeFile } from "node:fs/promises"
import path from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { keepDeadLetter } from "../../local/events/dead-letters"
import { givenInstallation } from "../../local/launcher.harness"
import { temporaryFolder } from "../../local/test-kit"
import { ops } from "../testing/ops"

const real = (name: string) => path.resolve(import.meta.dirname, `../../functions/${name}.ts`)

/** The product's functions, of which the one that makes variants fails for as long as a file is there. */
async function functionsThatFail(whileThere: string) {
  const folder = await temporaryFolder()
  const broken = `import { existsSync } from "node:fs"
    export const handler = async (...call: unknown[]) => {
      if (existsSync(${JSON.stringify(whileThere)})) throw new Error("the encoder is broken")
      return (await import(${JSON.stringify(real("photo-uploaded"))})).handler(...call)
    }`
  await writeFile(path.join(folder, "photo-uploaded.ts"), broken)
  const sound = ["photo-given-up", "table-changed", "housekeeping", "digest", "every-minute", "background"]
  for (const name of sound) {
    await writeFile(
      path.join(folder, `${name}.ts`),
      `export const handler = async (...call: unknown[]) => (await import(${JSON.stringify(real(name))})).handler(...call)`,
    )
  }
  return folder
}

type Installation = Awaited<ReturnType<typeof givenInstallation>>

/** Leads this process to an installation, as `ops` does it for the local stage. */
async function enter({ dataDir, ports }: Installation) {
  Object.assign(process.env, {
    PORT: String(ports.site),
    LOCAL_DYNAMODB_PORT: String(ports.dynamo),
    LOCAL_S3_PORT: String(ports.s3),
    LOCAL_DESK_PORT: String(ports.desk),
    LOCAL_DATA: dataDir,
  })
  const { openStage } = await import("../stage")
  await openStage("local")
  const { given } = await import("../../testing/given")
  const { send } = await import("../../testing/events")
  const { Photo } = await import("../../core/photo")
  return { given, send, Photo }
}

const untilTrue = async (check: () => Promise<boolean>) => {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if (await check()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error("it did not come true within a minute")
}

// The environment that tests have leads to the table that they share: here it is the installation's.
beforeAll(() => {
  for (const name of Object.keys(process.env)) if (/^(AWS|SST)_/.test(name)) delete process.env[name]
})

describe("a photo whose every try failed (check 8)", () => {
  it("ends with the dead letters, its owner sees why, and sent again it is ready", async () => {
    const fault = path.join(await temporaryFolder(), "broken")
    await writeFile(fault, "")
    const installation = await givenInstallation()
    const launcher = installation.start(["--without-site", "--functions", await functionsThatFail(fault)])
    await launcher.ready
    const { given, send, Photo } = await enter(installation)
    expect(await ops("dlq", "list")).toMatchObject({ code: 0, out: "Stage local has no dead letters." })

    const ada = await given.person()
    const bytes = await given.jpeg()
    const { photoId, upload } = await given.upload(ada, bytes)
    await send(upload, bytes)
    await untilTrue(async () => (await Photo.get(ada, { photoId })).state === "failed")
    expect(await Photo.get(ada, { photoId })).toMatchObject({ state: "failed", reason: "internal" })

    const { out } = await ops("dlq", "list", "--json")
    const letters = JSON.parse(out)
    expect(letters).toMatchObject([
      {
        of: "image-processing",
        tries: 3,
        why: "the encoder is broken",
        about: `incoming/${ada.userId}/${photoId}`,
      },
    ])
    const [{ id }] = letters
    const shown = await ops("dlq", "show", id)
    expect(shown.out).toContain("ObjectCreated")

    // Nothing happens to it before somebody agrees.
    expect(await ops("dlq", "redrive", id, "--dry-run")).toMatchObject({
      code: 0,
      out: expect.stringContaining(photoId),
    })
    expect(await ops("dlq", "redrive", id)).toMatchObject({ code: 2 })
    expect(await Photo.get(ada, { photoId })).toMatchObject({ state: "failed" })

    await rm(fault)
    expect(await ops("dlq", "redrive", id, "--yes")).toMatchObject({ code: 0 })
    expect(await Photo.get(ada, { photoId })).toMatchObject({ state: "ready" })
    expect(await ops("dlq", "list", "--json")).toMatchObject({ out: "[]" })
    expect(await ops("dlq", "show", id)).toMatchObject({ code: 4 })

    // What the function refuses again stays, and says so; what nobody needs is forgotten.
    const { s3Event } = await import("../../testing/events")
    const unknown = s3Event(`incoming/${ada.userId}/pho_${randomUUID()}`, 10)
    const letter = { function: "photo-uploaded", event: unknown, error: new Error("no"), tries: 3 }
    await keepDeadLetter(path.join(installation.dataDir, "dead-letters"), letter)
    const again = await ops("dlq", "redrive", "--all", "--yes")
    expect(again).toMatchObject({ code: 1, out: expect.stringContaining("There is no row for photo") })
    expect(JSON.parse((await ops("dlq", "list", "--json")).out)).toHaveLength(1)
    expect(await ops("dlq", "discard", "--all", "--yes")).toMatchObject({ code: 0 })
    expect(await ops("dlq", "list", "--json")).toMatchObject({ out: "[]" })
    expect(await ops("dlq", "redrive", "nothing", "--yes")).toMatchObject({ code: 4 })
    launcher.kill("SIGTERM")
    await launcher.exited
  })
})

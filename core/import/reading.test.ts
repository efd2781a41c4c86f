import { afterEach, expect, it, vi } from "vitest"
import { during } from "../../testing/faults"
import { given } from "../../testing/given"
import { sent } from "../../testing/imports"
import { instagramArchive } from "../../testing/instagram"
import { config } from "../config"
import { Storage } from "../storage"
import { table } from "../table"
import { Import } from "./index"

let who = ""
/** So that the next one finds nothing else to go on with. */
afterEach(async () => {
  while ((await Import.eraseOf(who)).more);
})

const goOn = () => Import.goOn(Date.now() + 200)

/** An import whose archive is to be read next. */
async function waiting() {
  const ada = await given.person()
  who = ada.userId
  const at = Date.UTC(2021, 3, 1) / 1000
  const media = [
    { uri: "media/posts/202104/1.mp4", bytes: Buffer.from("film") },
    { uri: "media/posts/202104/1.jpg", bytes: await given.jpeg() },
  ]
  const { id: importId } = await sent(ada, [instagramArchive([{ at, title: "One", media }])])
  const row = async () => (await table().import.get({ userId: ada.userId, importId }).go()).data
  return { ada, importId, row }
}

/** Runs something while storage reads nothing. */
const unread = (run: () => Promise<unknown>) =>
  during(async ({ name }, next) => {
    if (name === "GetObjectCommand") throw new Error("storage is away")
    return next()
  }, run)

it("nobody begins beside whoever reads for long", async () => {
  const { row } = await waiting()
  const now = Date.now.bind(Date)
  let [ahead, inside, planned, beside] = [0, false, false, 0]
  const clock = vi.spyOn(Date, "now").mockImplementation(() => now() + ahead)
  await during(async ({ name }, next) => {
    planned ||= name === "PutObjectCommand"
    if (planned || name !== "GetObjectCommand") return next()
    if (inside) beside++
    else {
      // Each read takes long, and less than a lease.
      ahead += 200_000
      inside = true
      await goOn()
      inside = false
    }
    return next()
  }, goOn)
  clock.mockRestore()
  expect(ahead).toBeGreaterThan(300_000)
  expect(beside).toBe(0)
  expect(await row()).toMatchObject({ state: "importing" })
})

it("what cannot be read time and again is given up, and says why", async () => {
  const { ada, importId, row } = await waiting()
  for (let i = 0; i < 30; i++) {
    await unread(goOn)
    expect(await row()).toMatchObject({ state: "reading", tries: i + 1 })
  }
  await goOn()
  expect(await Import.get(ada, { importId })).toMatchObject({ state: "failed", reason: "not_read" })
  expect(await Storage.keys(config.originalsBucket, Storage.importPrefix(ada.userId, importId))).toEqual([])
})

it("so is what ends each run that reads it", async () => {
  const { ada, importId, row } = await waiting()
  for (let i = 0; i < 30; i++) {
    const isRead = { name: "" }
    await during(
      async ({ name }, next) => {
        if (isRead.name) throw new Error("nobody is there any more")
        if (name === "GetObjectCommand") isRead.name = name
        return next()
      },
      () => goOn().catch(() => undefined),
    )
    await table().import.patch({ userId: ada.userId, importId }).set({ leaseUntil: 1 }).go()
    expect(await row()).toMatchObject({ state: "reading" })
  }
  await goOn()
  expect(await row()).toMatchObject({ state: "failed", reason: "not_read" })
})

it("what was read after all has all tries before it", async () => {
  const { row } = await waiting()
  for (let i = 0; i < 29; i++) await unread(goOn)
  let written = 0
  await during(async ({ name }, next) => {
    // The archive was read, and its film noted: what fails is the photo.
    if (name === "GetObjectCommand" && written > 1) throw new Error("storage is away")
    if (name === "TransactWriteItemsCommand") written++
    return next()
  }, goOn)
  expect(await row()).toMatchObject({ state: "importing", next: 1, tries: 0 })
  await unread(goOn)
  expect(await row()).toMatchObject({ state: "importing", next: 1, tries: 1 })
})

import { createHash } from "node:crypto"
import { expect, it } from "vitest"
import { during } from "../../testing/faults"
import { given, type Person } from "../../testing/given"
import { Import } from "./index"

const bytes = Buffer.from("An archive, for all that storage knows.")
const sha256 = createHash("sha256").update(bytes).digest("hex")
const parts = [{ partNumber: 1, sha256 }]

/** An archive of one part that storage has, but nobody has joined. */
async function arrived(by: Person) {
  const { id: importId } = await Import.begin(by, { files: [{ name: "a.zip", byteLength: bytes.length }] })
  const asked = { importId, file: 0 }
  const [signed] = (await Import.signFileParts(by, { ...asked, parts })).parts
  const { url = "", headers } = signed ?? {}
  const answer = await fetch(url, { method: "PUT", headers, body: new Uint8Array(bytes) })
  expect(answer.status).toBe(200)
  return asked
}

it("knows a file that storage has joined although nobody came to note it, and notes it when asked again", async () => {
  const ada = await given.person()
  const asked = await arrived(ada)
  const cutOff = during(
    async ({ name }, next) => {
      const answer = await next()
      if (name === "CompleteMultipartUploadCommand") throw new Error("the function ends here")
      return answer
    },
    () => Import.completeFile(ada, asked),
  )
  await expect(cutOff).rejects.toThrow("the function ends here")
  expect(await Import.fileProgress(ada, asked)).toMatchObject({ arrived: true, parts: [] })
  expect(await Import.completeFile(ada, asked)).toMatchObject({ state: "reading" })
})

it("speaks of the archive, not of a photo, once there is nothing more to send", async () => {
  const ada = await given.person()
  const asked = await arrived(ada)
  await Import.completeFile(ada, asked)
  await expect(Import.signFileParts(ada, { ...asked, parts })).rejects.toMatchObject({
    code: "conflict",
    reason: "archive_file_arrived",
  })
})

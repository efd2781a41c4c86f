import { once } from "node:events"
import { buffer } from "node:stream/consumers"
import { fromBuffer } from "yauzl"

/** The files of a ZIP by their paths. */
export async function unzipped(zip: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const opened = await new Promise<import("yauzl").ZipFile>((resolve, reject) =>
    fromBuffer(zip, { lazyEntries: true, strictFileNames: true }, (error, file) =>
      error ? reject(error) : resolve(file),
    ),
  )
  opened.on("entry", (entry) => {
    opened.openReadStream(entry, async (error, stream) => {
      if (error) return opened.emit("error", error)
      files.set(entry.fileName, await buffer(stream))
      opened.readEntry()
    })
  })
  const end = once(opened, "end")
  opened.readEntry()
  await end
  return files
}

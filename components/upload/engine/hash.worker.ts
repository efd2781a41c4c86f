import { hashesOf } from "./hashes"

self.addEventListener("message", async ({ data }: MessageEvent<{ file: Blob; partSize: number }>) => {
  self.postMessage(await hashesOf(data.file, data.partSize).catch(() => undefined))
})

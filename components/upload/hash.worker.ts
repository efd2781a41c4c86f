import { sha256 } from "./sha256"

self.addEventListener("message", async ({ data: file }: MessageEvent<Blob>) => {
  self.postMessage(await sha256(file))
})

import type { Making } from "./making"
import { blank } from "./making"
import type { Upload } from "./upload"

/** A photo in the making, for tests. */
export const upload = (key: string, over: Partial<Upload> = {}): Upload => ({
  key,
  startKey: `start-${key}`,
  file: new File(["x"], `${key}.jpg`),
  preview: `blob:${key}`,
  contentType: "image/jpeg",
  altText: "",
  stage: "queued",
  sent: 0,
  ...over,
})

/** A post in the making, for tests. */
export const post = (id: string, items: readonly Upload[] = [], over: Partial<Making> = {}): Making => ({
  ...blank(id),
  items,
  ...over,
})

export const hashes = (sha256: string, ...parts: string[]) => ({ sha256, partSize: 5, parts })

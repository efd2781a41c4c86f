import { open, rm } from "node:fs/promises"
import { pipeline } from "node:stream/promises"
import { S3Error } from "../http/error"
import type { ChecksumName } from "./checksums"
import { BodyDigest, checkDigests, type Digests, type Expected } from "./digest"

/** A body on its way in. `expected` is asked when the source has ended, as trailers come last. */
export type Body = {
  source: AsyncIterable<Uint8Array>
  algorithms: Iterable<ChecksumName>
  expected(): Expected
}

/** A verified body in a file of its own, synced to disk. */
export type Received = Digests & { file: string }

/**
 * Streams a body to a file, lends it to `use` and removes the file unless `use` moved it away.
 * @throws S3Error when the body is not what its sender said; nothing is left on disk then.
 */
export async function receive<T>(
  body: Body,
  file: string,
  use: (received: Received) => Promise<T>,
): Promise<T> {
  const digest = new BodyDigest(body.algorithms)
  try {
    // Open before anything can be refused: a file that is made after it was removed would stay.
    const to = (await open(file, "w")).createWriteStream({ flush: true })
    await pipeline(digest.watch(body.source), to)
    const digests = await digest.finish()
    checkDigests(digests, body.expected())
    return await use({ ...digests, file })
  } finally {
    await rm(file, { force: true })
  }
}

/**
 * Reads a small body, such as an XML document, as text.
 * @throws S3Error `EntityTooLarge` above `limit` bytes, or when the body is not what its sender said.
 */
export async function receiveText(body: Body, limit: number): Promise<string> {
  const digest = new BodyDigest(body.algorithms)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of digest.watch(body.source)) {
    size += chunk.length
    if (size > limit)
      throw new S3Error("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")
    chunks.push(chunk)
  }
  checkDigests(await digest.finish(), body.expected())
  return Buffer.concat(chunks).toString("utf8")
}

import { createHash } from "node:crypto"
import { createReadStream, createWriteStream } from "node:fs"
import { open } from "node:fs/promises"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"
import type { LogSource } from "../logs/source"

/** One log of a period, as it was written down. Bytes and hash are of the compressed file. */
export type Exhibit = {
  log: string
  place: string
  file: string
  events: number
  bytes: number
  /** SHA-256 in hex, as `sha256sum` prints it. */
  sha256: string
}

/**
 * Writes a period of a log to a compressed file, a line an event, as they were logged: `{"at":…,"message":"…"}`.
 * @param file a new one: what is there already is never written over
 */
export async function writeDown(
  log: string,
  source: LogSource,
  period: { since: number; until: number },
  file: string,
): Promise<Omit<Exhibit, "file">> {
  let events = 0
  async function* lines() {
    for await (const { at, message } of source.search(period)) {
      events++
      yield `${JSON.stringify({ at: new Date(at).toISOString(), message })}\n`
    }
  }
  await pipeline(lines, createGzip(), createWriteStream(file, { flags: "wx", mode: 0o600 }))
  const handle = await open(file, "r")
  await handle.sync()
  const { size } = await handle.stat()
  await handle.close()
  return { log, place: source.place, events, bytes: size, sha256: await hashOf(file) }
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256")
  await pipeline(createReadStream(file), hash)
  return hash.digest("hex")
}

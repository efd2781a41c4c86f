import { createHash } from "node:crypto"
import { S3Error } from "../http/error"
import { ByteReader } from "./byte-reader"

const HEADER = /^([0-9a-f]{1,8})(?:;chunk-signature=([0-9a-f]{64}))?$/i
const MAX_TRAILERS = 32

/** Checks the chain of chunk signatures; each call throws `SignatureDoesNotMatch` when the given one is wrong. */
export interface ChunkChain {
  chunk(signature: string, sha256: string): Promise<void>
  trailer(signature: string, sha256: string): Promise<void>
}

/**
 * Takes the aws-chunked framing off a body.
 * @param chain checks signed chunks; without it the chunks must be unsigned.
 * @param onTrailers gets the trailers once the body has ended.
 * @throws S3Error `IncompleteBody`, `InvalidRequest` or `SignatureDoesNotMatch`.
 */
export async function* decodeChunks(
  source: AsyncIterable<Uint8Array>,
  chain: ChunkChain | null,
  onTrailers: (trailers: Record<string, string>) => void,
): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(source)
  for (;;) {
    const { size, signature } = readHeader(await reader.line(), chain !== null)
    const hash = createHash("sha256")
    for await (const piece of reader.take(size)) {
      if (chain) hash.update(piece)
      yield piece
    }
    await chain?.chunk(signature, hash.digest("hex"))
    if (size === 0) break
    if ((await reader.line()) !== "")
      throw new S3Error("InvalidRequest", "A chunk does not end where it says.")
  }
  onTrailers(await readTrailers(reader, chain))
}

function readHeader(line: string | null, signed: boolean): { size: number; signature: string } {
  if (line === null) throw new S3Error("IncompleteBody", "The request body terminated unexpectedly")
  const [, size, signature] = HEADER.exec(line) ?? []
  if (size === undefined || (signature !== undefined) !== signed) {
    throw new S3Error("InvalidRequest", "A chunk header is malformed.")
  }
  return { size: Number.parseInt(size, 16), signature: signature ?? "" }
}

async function readTrailers(reader: ByteReader, chain: ChunkChain | null): Promise<Record<string, string>> {
  const trailers: Record<string, string> = {}
  let covered = ""
  let signature: string | undefined
  for (let line = await reader.line(); line !== null; line = await reader.line()) {
    if (line === "") continue
    const colon = line.indexOf(":")
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    if (colon < 1 || Object.keys(trailers).length >= MAX_TRAILERS) throw new S3Error("MalformedTrailerError")
    if (name === "x-amz-trailer-signature") {
      signature = value
    } else {
      trailers[name] = value
      covered += `${name}:${value}\n`
    }
  }
  if (chain && covered !== "") {
    await chain.trailer(signature ?? "", createHash("sha256").update(covered).digest("hex"))
  }
  return trailers
}

import { createHash, type Hash } from "node:crypto"
import { S3Error } from "../http/error"
import { type ChecksumName, type Checksums, type Running, startChecksum } from "./checksums"

/** What a body turned out to be. */
export type Digests = { size: number; md5: string; sha256: string; checksums: Checksums }

/** What a client said its body is; what it left out is not checked. */
export type Expected = {
  size?: number
  /** Hexadecimal, from `x-amz-content-sha256`. */
  sha256?: string
  /** Base64, from `Content-MD5`. */
  md5?: string
  checksums: Checksums
}

/** Counts and hashes a body while it passes. */
export class BodyDigest {
  #size = 0
  readonly #md5: Hash = createHash("md5")
  readonly #sha256: Hash = createHash("sha256")
  readonly #checksums: [ChecksumName, Running][]

  constructor(algorithms: Iterable<ChecksumName>) {
    this.#checksums = [...new Set(algorithms)].map((name) => [name, startChecksum(name)])
  }

  async *watch(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.#size += chunk.length
      this.#md5.update(chunk)
      this.#sha256.update(chunk)
      for (const [, checksum] of this.#checksums) checksum.update(chunk)
      yield chunk
    }
  }

  async finish(): Promise<Digests> {
    const checksums: Checksums = {}
    for (const [name, checksum] of this.#checksums) checksums[name] = await checksum.base64()
    return { size: this.#size, md5: this.#md5.digest("hex"), sha256: this.#sha256.digest("hex"), checksums }
  }
}

/**
 * Holds a body against what its sender said.
 * @throws S3Error `IncompleteBody`, `XAmzContentSHA256Mismatch` or `BadDigest`.
 */
export function checkDigests(actual: Digests, expected: Expected): void {
  if (expected.size !== undefined && expected.size !== actual.size) {
    throw new S3Error(
      "IncompleteBody",
      "You did not provide the number of bytes specified by the Content-Length HTTP header",
    )
  }
  if (expected.sha256 !== undefined && expected.sha256 !== actual.sha256) {
    throw new S3Error(
      "XAmzContentSHA256Mismatch",
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
      {
        ClientComputedContentSHA256: expected.sha256,
        S3ComputedContentSHA256: actual.sha256,
      },
    )
  }
  if (expected.md5 !== undefined && expected.md5 !== Buffer.from(actual.md5, "hex").toString("base64")) {
    throw new S3Error("BadDigest", "The Content-MD5 you specified did not match what we received.")
  }
  for (const [name, value] of Object.entries(expected.checksums)) {
    if (actual.checksums[name as ChecksumName] !== value) {
      throw new S3Error("BadDigest", `The ${name} you specified did not match the calculated checksum.`)
    }
  }
}

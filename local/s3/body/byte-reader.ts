import { S3Error } from "../http/error"

const MAX_LINE_BYTES = 16 * 1024

/** Reads lines and counted bytes from a stream of chunks, holding no more than one chunk and one line. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  /** The next line without its end, or null at the end of the stream. */
  async line(): Promise<string | null> {
    for (;;) {
      const end = this.#rest.indexOf("\n")
      if (end >= 0) {
        const line = this.#rest.toString("latin1", 0, end)
        this.#rest = this.#rest.subarray(end + 1)
        return line.endsWith("\r") ? line.slice(0, -1) : line
      }
      if (this.#rest.length > MAX_LINE_BYTES)
        throw new S3Error("InvalidRequest", "A chunk header is too long.")
      const more = await this.#next()
      if (!more) return this.#rest.length > 0 ? incomplete() : null
      this.#rest = Buffer.concat([this.#rest, more])
    }
  }

  /** The next `count` bytes, chunk by chunk. */
  async *take(count: number): AsyncGenerator<Buffer> {
    let left = count
    while (left > 0) {
      if (this.#rest.length === 0) this.#rest = (await this.#next()) ?? incomplete()
      const piece = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(piece.length)
      left -= piece.length
      yield piece
    }
  }

  async #next(): Promise<Buffer | null> {
    for (;;) {
      const { done, value } = await this.#chunks.next()
      if (done) return null
      if (value.length > 0) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    }
  }
}

function incomplete(): never {
  throw new S3Error("IncompleteBody", "The request body terminated unexpectedly")
}

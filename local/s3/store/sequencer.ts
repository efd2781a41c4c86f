import { readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/** How far ahead of the last number the durable ceiling is put, in milliseconds' worth of numbers. */
const STRIDE = 60_000n << 20n

/**
 * Gives out the `sequencer` of event records: hexadecimal, strictly increasing, also over restarts, kill -9 and
 * a clock put back. A file holds a ceiling that no number given out has passed.
 */
export class Sequencer {
  readonly #file: string
  #last: bigint
  #ceiling: bigint

  constructor(folder: string) {
    this.#file = join(folder, "sequence")
    this.#ceiling = readCeiling(this.#file)
    this.#last = this.#ceiling
  }

  next(): string {
    const clock = BigInt(Date.now()) << 20n
    this.#last = clock > this.#last ? clock : this.#last + 1n
    if (this.#last > this.#ceiling) this.#raise()
    return this.#last.toString(16).toUpperCase().padStart(16, "0")
  }

  #raise(): void {
    this.#ceiling = this.#last + STRIDE
    writeFileSync(`${this.#file}.new`, this.#ceiling.toString(), { flush: true })
    renameSync(`${this.#file}.new`, this.#file)
  }
}

function readCeiling(file: string): bigint {
  try {
    return BigInt(readFileSync(file, "utf8"))
  } catch {
    return 0n
  }
}

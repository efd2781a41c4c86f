import { createHash } from "node:crypto"

/**
 * Counts who was there without keeping who it was: a HyperLogLog of 2048 registers. Those of several days give the
 * people of all of them, and one who came on each is one. Right within a few per cent; of a few, one may be missed.
 */
const bits = 11
const size = 2 ** bits

/** A sketch with some people more. @param sketch what {@link withPeople} gave; empty at first */
export function withPeople(sketch: string, ids: Iterable<string>): string {
  const registers = read(sketch)
  for (const id of ids) {
    const hash = createHash("sha256").update(id).digest()
    const at = hash.readUInt16BE(0) >>> (16 - bits)
    const rank = Math.clz32(hash.readUInt32BE(4)) + 1
    registers[at] = Math.max(registers[at] ?? 0, rank)
  }
  return written(registers)
}

/** The sketch of everybody who is in one of them. */
export function together(sketches: readonly string[]): string {
  const all = new Uint8Array(size)
  for (const one of sketches.map(read))
    for (let i = 0; i < size; i++) all[i] = Math.max(all[i] ?? 0, one[i] ?? 0)
  return written(all)
}

/** How many people a sketch stands for. */
export function countOf(sketch: string): number {
  const registers = read(sketch)
  const empty = registers.filter((rank) => rank === 0).length
  const raw =
    (0.7213 / (1 + 1.079 / size)) * size ** 2 * (1 / registers.reduce((sum, rank) => sum + 2 ** -rank, 0))
  return Math.round(raw <= 2.5 * size && empty > 0 ? size * Math.log(size / empty) : raw)
}

const read = (sketch: string) =>
  sketch ? new Uint8Array(Buffer.from(sketch, "base64")) : new Uint8Array(size)
const written = (registers: Uint8Array) =>
  registers.some((rank) => rank > 0) ? Buffer.from(registers).toString("base64") : ""

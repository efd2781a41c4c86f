import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs"
import path from "node:path"

/** How much a log keeps: this many files of this many bytes, then the oldest goes. */
export type Bounds = { bytes: number; files: number }
export const standardBounds: Bounds = { bytes: 5 * 1024 * 1024, files: 5 }

/** The log of a name in a data folder; `.1` is what came before it, `.2` what came before that. */
export const logFile = (dataDir: string, name: string) => path.join(dataDir, "logs", `${name}.log`)

/** A log's files, the oldest first; some may not be there. */
export const filesOf = (file: string, { files } = standardBounds) =>
  [...Array(files).keys()].reverse().map((age) => (age === 0 ? file : `${file}.${age}`))

/**
 * A log that begins a new file when it is full, and keeps a few. Written at once, so that a line is there when whoever
 * wrote it has gone on.
 * @returns appends a line; throws the system's error when the disk takes no more
 */
export function openLog(file: string, bounds: Bounds = standardBounds): (line: string) => void {
  let open: { descriptor: number; size: number } | undefined
  const begin = () => {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    const descriptor = openSync(file, "a", 0o600)
    open = { descriptor, size: fstatSync(descriptor).size }
    return open
  }
  return (line) => {
    const bytes = Buffer.from(`${line}\n`)
    let current = open ?? begin()
    if (current.size > 0 && current.size + bytes.length > bounds.bytes) {
      closeSync(current.descriptor)
      open = undefined
      turn(file, bounds)
      current = begin()
    }
    writeSync(current.descriptor, bytes)
    current.size += bytes.length
  }
}

/** Every file becomes the one before; the oldest is written over. */
function turn(file: string, bounds: Bounds) {
  const files = filesOf(file, bounds)
  for (const [i, older] of files.slice(0, -1).entries()) {
    try {
      renameSync(files[i + 1] ?? file, older)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error
    }
  }
}

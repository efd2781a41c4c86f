import { writeFileSync } from "node:fs"
import { mkdir, open, rename } from "node:fs/promises"
import path from "node:path"

/**
 * Writes a file whole: after a crash there is either the old content or the new, and it is on the disk when this
 * resolves. Only its owner may read it.
 * @throws the system's error when the folder cannot be written
 */
export async function writeDurably(file: string, content: string | Buffer) {
  const folder = path.dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const temporary = `${file}.${process.pid}.tmp`
  const handle = await open(temporary, "w", 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary, file)
  await syncFolder(folder)
}

/** Makes a rename in the folder outlive a power cut. Windows has no such call and needs none. */
async function syncFolder(folder: string) {
  if (process.platform === "win32") return
  const handle = await open(folder, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Writes a file only when there is none yet, and says whether it did. */
export function writeNew(file: string, content: string) {
  try {
    writeFileSync(file, content, { flag: "wx", mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false
    throw error
  }
}

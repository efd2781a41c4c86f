import { open, rename, rm, writeFile } from "node:fs/promises"
import { dirname } from "node:path"

/** Makes the names in a folder durable: without it a rename may be undone by a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and needs no such call.
  if (process.platform === "win32") return
  const handle = await open(folder, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Moves a file to its final place, durably. The file's bytes must have been synced by whoever wrote them. */
export async function moveDurably(from: string, to: string): Promise<void> {
  await rename(from, to)
  await syncFolder(dirname(to))
}

/** Replaces a small file atomically: after a crash it holds the old or the new text, never a part. */
export async function writeDurably(temporary: string, target: string, text: string): Promise<void> {
  try {
    await writeFile(temporary, text, { flush: true })
    await moveDurably(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

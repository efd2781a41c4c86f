import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import { deflateRawSync } from "node:zlib"

/** Bytes that the format adds to a file: its local header, its descriptor, its entry in the directory. */
const perFile = 30 + 16 + 46
const perArchive = 22

export type Sizes = {
  /** Bytes of the archive, and of what is in it. */
  zip: number
  unzipped: number
}

/** What a folder weighs as the archive that Lambda is given, without writing one. */
export async function zipSize(folder: string): Promise<Sizes> {
  const sizes = { zip: perArchive, unzipped: 0 }
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const bytes = await readFile(file)
    const name = Buffer.byteLength(path.relative(folder, file))
    sizes.unzipped += bytes.length
    sizes.zip += deflateRawSync(bytes).length + 2 * name + perFile
  }
  return sizes
}

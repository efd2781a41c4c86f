import { randomUUID } from "node:crypto"
import { mkdir, readdir, rm } from "node:fs/promises"
import { join } from "node:path"

/** Where the storage keeps its files. No name on disk ever derives from what a client sent. */
export type Folders = {
  root: string
  /** The bytes of objects, one immutable file each. */
  blobs: string
  /** One small file an object: the commit point of every write. */
  records: string
  /** One folder an open multipart upload. */
  uploads: string
  /** Unfinished work, emptied at start. */
  temporary: string
}

/** Creates the folders under `root` and drops what a killed process left unfinished. */
export async function openFolders(root: string): Promise<Folders> {
  const folders = {
    root,
    blobs: join(root, "blobs"),
    records: join(root, "records"),
    uploads: join(root, "uploads"),
    temporary: join(root, "temporary"),
  }
  await rm(folders.temporary, { recursive: true, force: true })
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true })
  return folders
}

/** A fresh name for unfinished work. */
export function temporaryFile(folders: Folders): string {
  return join(folders.temporary, randomUUID())
}

/** Removes the blobs that no record names: what a kill left between moving the bytes and the commit. */
export async function sweepBlobs(folders: Folders, isNamed: (blob: string) => boolean): Promise<void> {
  for (const blob of await readdir(folders.blobs)) {
    if (!isNamed(blob)) await rm(join(folders.blobs, blob), { force: true })
  }
}

import { z } from "zod"
import { maxAlbumTitle } from "../album/album.schema"
import type { Archive } from "./adapter"
import { faultless } from "./fault"
import { endingOf, nameIn } from "./path"
import { sidecarKeysOf } from "./sidecar"
import { type Folder, isMedia } from "./takeout-folder"
import { wordsOf } from "./words"
import type { EntryRef } from "./zip"

/** What Google says of an album. The words about a photo have a title, too, and when it was taken. */
const Album = z.object({ title: z.string().min(1), photoTakenTime: z.undefined().optional() })

/** So many files are read in search of a title: a folder may have thousands that are about photos. */
const mostRead = 10

/** What an album is called; undefined where a folder is none, or has no name. */
export async function titleOf(archive: Archive, folder: Folder): Promise<string | undefined> {
  for (const entry of aboutNoPhoto(folder).slice(0, mostRead)) {
    const { data } = Album.safeParse(await archive.json(entry).catch(faultless))
    if (data) return wordsOf(data.title.replace(/\s+/g, " "), maxAlbumTitle)
  }
  return undefined
}

/** What is about no photo that we know, the likeliest first: called metadata.json, and otherwise in each language. */
function aboutNoPhoto({ entries, sidecars }: Folder): EntryRef[] {
  const known = new Set<EntryRef>()
  for (const { path } of entries) {
    if (!isMedia(nameIn(path))) continue
    for (const key of sidecarKeysOf(nameIn(path))) {
      const sidecar = sidecars.get(key)
      if (sidecar) known.add(sidecar)
    }
  }
  const isCandidate = ({ path }: EntryRef) =>
    endingOf(path) === ".json" && !/\.\w{2,4}(\.|\(|$)/.test(nameIn(path).slice(0, -5))
  // Names that were cut are long. The order of those that are as long is that of the folder.
  return entries
    .filter((entry) => isCandidate(entry) && !known.has(entry))
    .sort((a, b) => nameIn(a.path).length - nameIn(b.path).length)
}

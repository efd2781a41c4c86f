import { z } from "zod"
import type { Adapter, Archive, Planned, PlannedPost } from "./adapter"
import { type AlbumData, makeAlbum } from "./album-of"
import { faultless } from "./fault"
import { isPicture, nameIn } from "./path"
import { sidecarKeysOf } from "./sidecar"
import { type Folder, foldersOf, isMedia, isYear } from "./takeout-folder"
import { pairsOf, whyNot } from "./takeout-pairs"
import { titleOf } from "./takeout-title"
import { wordsOf } from "./words"
import type { EntryRef } from "./zip"

const Time = z.object({ timestamp: z.coerce.number() })
const Sidecar = z.object({
  description: z.string().optional(),
  photoTakenTime: Time.optional(),
  creationTime: Time.optional(),
  trashed: z.boolean().optional(),
  archived: z.boolean().optional(),
  inLockedFolder: z.boolean().optional(),
})

/** What is read when a photo's turn comes. */
type Data = { sidecar?: EntryRef; order: number }

/** Google's folder of photos is called otherwise in each language. */
const ours = /(^|\/)Takeout\/[^/]*(Google)[^/]*(Photo|Foto|フォト|Фото|相[册簿]|포토)[^/]*\//iu
const newSidecar = /\.supplemental-metadata(\(\d+\))?\.json$/

/**
 * What Google Takeout gives of Google Photos: folders of a year and of an album, each photo with a file of words beside
 * it, over several archives. A photo that is in a year and in albums is one photo; one that was edited is a post with
 * what it was made of.
 */
export const takeout: Adapter = {
  kind: "takeout",
  recognises: (entries) => entries.some(({ path }) => ours.test(path) || newSidecar.test(path)),
  plan,
  complete,
  apply: makeAlbum,
}

async function* plan(archive: Archive): AsyncGenerator<Planned> {
  /** The item that a photo became, by what tells it from all others. */
  const known = new Map<string, number>()
  const albums: { folder: Folder; items: number[] }[] = []
  let item = 0
  for (const folder of foldersOf(archive.entries)) {
    const items: number[] = []
    const names = new Map(folder.entries.map((entry) => [nameIn(entry.path), entry]))
    const pairs = pairsOf(folder.entries.filter(({ fault }) => !fault).map(({ path }) => nameIn(path)))
    for (const entry of folder.entries) {
      const name = nameIn(entry.path)
      if (!entry.fault && !isMedia(name)) continue
      // The one that it was made of is in the post of the edited one.
      if (!entry.fault && pairs.taken.has(name)) continue
      if (entry.fault || !isPicture(name)) {
        yield { kind: "skip", path: entry.path, reason: entry.fault ?? whyNot(name, pairs) }
        item++
        continue
      }
      const original = pairs.originals.get(name)
      const photos: EntryRef[] = []
      for (const photo of [entry, names.get(original ?? "") ?? []].flat()) {
        const before = known.get(printOf(photo))
        if (before === undefined) {
          photos.push(photo)
          continue
        }
        items.push(before)
        yield { kind: "skip", path: photo.path, outcome: "duplicate", reason: "in_archive_twice" }
        item++
      }
      if (photos.length === 0) continue
      for (const photo of photos) known.set(printOf(photo), item)
      items.push(item)
      const data: Data = { order: item, ...sidecarOf([name, original ?? []].flat(), folder) }
      yield {
        kind: "post",
        caption: "",
        photos: photos.map((photo) => ({ entry: photo, altText: "" })),
        data,
      }
      item++
    }
    if (items.length > 0 && !isYear(folder.path)) albums.push({ folder, items })
  }
  for (const { folder, items } of albums) {
    const title = await titleOf(archive, folder)
    if (!title) continue
    const data: AlbumData = { title, items }
    yield { kind: "fact", path: folder.path, data }
  }
}

/** Two files of one name, size and checksum are the same photo, in a year and in an album. */
const printOf = ({ path, size, crc }: EntryRef) => `${nameIn(path)}|${size}|${crc}`

/** The words about a photo, under one of its names. */
function sidecarOf(names: readonly string[], { sidecars }: Folder): { sidecar?: EntryRef } {
  for (const name of names)
    for (const key of sidecarKeysOf(name)) {
      const sidecar = sidecars.get(key)
      if (sidecar) return { sidecar }
    }
  return {}
}

async function complete(post: PlannedPost, archive: Pick<Archive, "json">): Promise<PlannedPost> {
  const { sidecar, order } = post.data as Data
  const { data } = Sidecar.safeParse(sidecar ? await archive.json(sidecar).catch(faultless) : undefined)
  if (!data) return post
  const seconds = data.photoTakenTime?.timestamp ?? data.creationTime?.timestamp
  const isHidden = data.archived || data.inLockedFolder
  return {
    ...post,
    // Photos of one second stand in the order of their names.
    ...(seconds === undefined ? {} : { at: seconds * 1000 + (order % 1000) }),
    caption: wordsOf(data.description),
    ...(isHidden ? { visibility: "private" as const } : {}),
    ...(data.trashed ? { reason: "deleted_there" as const } : {}),
  }
}

import type { Manifest } from "../export/manifest.schema"
import { lists, Manifest as ManifestSchema } from "../export/manifest.schema"
import type { Adapter, Archive, Planned, PlannedPhoto } from "./adapter"
import { ArchiveFault, EntryFault } from "./fault"
import { chunksOf } from "./ichimai-chunks"
import { applyOwn } from "./ichimai-facts"
import type { OwnFact, OwnPosts } from "./ichimai-own"
import type { EntryRef } from "./zip"

const manifestPath = "manifest.json"

/**
 * Our own archive: posts come back at their own time with all that was said of them, and the rest as far as it is one's
 * own. What speaks to others is not done again, but goes into the next archive.
 */
export const ichimai: Adapter = {
  kind: "ichimai",
  recognises: (entries) => entries.some(({ path }) => path === manifestPath),
  plan,
  apply: (fact, importing) => applyOwn(fact.data as OwnFact, importing),
}

async function* plan(archive: Archive): AsyncGenerator<Planned> {
  const files = new Map(archive.entries.map((entry) => [entry.path, entry]))
  const manifest = await manifestOf(archive, files.get(manifestPath))
  const { avatar } = manifest.profile
  const picture = avatar && files.get(avatar.file)
  let item = 0
  const own: Record<string, { item: number; at: number }> = {}
  if (picture) {
    yield fact("profile-photo", { do: "picture", entry: picture })
    item++
  }
  for (const post of manifest.posts) {
    const { photos, lost } = photosOf(post.photos, files)
    for (const path of lost) {
      yield { kind: "skip", path, reason: "missing" }
      item++
    }
    if (photos.length === 0) continue
    const { caption, visibility, license, contentWarning, commentsAllowed, showCamera, location } = post
    const at = Date.parse(post.createdAt)
    own[post.id] = { item, at }
    const content = { license, commentsAllowed, showCamera, location }
    yield {
      kind: "post",
      at,
      caption,
      photos,
      visibility,
      content: { ...content, ...(contentWarning ? { contentWarning } : {}) },
      copies: true,
    }
    item++
  }
  yield* factsOf(manifest, files, own, picture)
}

async function manifestOf(archive: Archive, entry: EntryRef | undefined): Promise<Manifest> {
  try {
    if (entry && !entry.fault) return ManifestSchema.parse(await archive.json(entry))
  } catch (error) {
    if (!(error instanceof EntryFault || (error instanceof Error && error.name === "ZodError"))) throw error
  }
  throw new ArchiveFault("damaged")
}

type Files = ReadonlyMap<string, EntryRef>

/** The photos whose bytes are there, and the paths of the others. */
function photosOf(photos: Manifest["posts"][number]["photos"], files: Files) {
  const found = photos.map(({ file, altText }) => ({ file, altText, entry: files.get(file) }))
  return {
    photos: found.flatMap(({ entry, altText }): PlannedPhoto[] => (entry ? [{ entry, altText }] : [])),
    lost: found.flatMap(({ entry, file }) => (entry ? [] : [file])),
  }
}

const fact = (name: string, data: OwnFact): Planned => ({
  kind: "fact",
  path: `${manifestPath}: ${name}`,
  data,
})

/** What comes after the posts; each knows of the posts that it is about where they are. */
function* factsOf(
  manifest: Manifest,
  files: Files,
  all: OwnPosts,
  picture: EntryRef | undefined,
): Generator<Planned> {
  const about = (ids: readonly unknown[]): OwnPosts =>
    Object.fromEntries(ids.flatMap((id) => (typeof id === "string" && all[id] ? [[id, all[id]]] : [])))
  for (const { id, editedAt, earlier } of manifest.posts) {
    if (editedAt && all[id]) yield fact(id, { do: "history", post: id, editedAt, earlier, own: about([id]) })
  }
  for (const draft of manifest.drafts) {
    const { photos, lost } = photosOf(draft.photos, files)
    for (const path of lost) yield { kind: "skip", path, reason: "missing" }
    yield fact(draft.id, { do: "draft", draft, photos })
  }
  for (const album of outermostFirst(manifest.albums)) {
    yield fact(album.id, {
      do: "album",
      album,
      own: about([...album.posts, album.cover]),
      ...parentOf(manifest, album),
    })
  }
  for (const list of lists) {
    for (const [at, entries] of chunksOf(manifest[list]).entries()) {
      const own = about(entries.map(({ on }) => on))
      yield fact(at === 0 ? list : `${list} ${at + 1}`, { do: "list", list, entries, own })
    }
  }
  yield fact("notifications", { do: "notifications", ...manifest.notifications })
  const { avatar, ...profile } = manifest.profile
  yield fact("profile", {
    do: "profile",
    profile,
    ...(picture && avatar ? { picture: { entry: picture, x: avatar.x, y: avatar.y } } : {}),
  })
}

type Album = Manifest["albums"][number]

const parentOf = ({ albums }: Manifest, { parent }: Album) => {
  const found = albums.find(({ id }) => id === parent)
  return found ? { parent: { id: found.id, createdAt: found.createdAt, title: found.title } } : {}
}

/** Albums so that whatever lies in another comes after it; one that lies in itself, after a hand's work, not at all. */
function outermostFirst(albums: readonly Album[]): Album[] {
  const ordered: Album[] = []
  const placed = new Set<string | undefined>([undefined])
  let left = [...albums]
  while (left.length > 0) {
    const next = left.filter(({ parent }) => placed.has(parent))
    if (next.length === 0) return ordered
    for (const album of next) placed.add(album.id)
    ordered.push(...next)
    left = left.filter(({ id }) => !placed.has(id))
  }
  return ordered
}

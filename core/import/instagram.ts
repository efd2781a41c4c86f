import { z } from "zod"
import { maxPhotos } from "../post/post.schema"
import type { Adapter, Archive, Planned } from "./adapter"
import { ArchiveFault, EntryFault } from "./fault"
import { isPicture, isVideo, nameIn } from "./path"
import { mended, wordsOf } from "./words"
import type { EntryRef } from "./zip"

const Media = z.object({
  uri: z.string(),
  creation_timestamp: z.number().optional(),
  title: z.string().optional(),
})
const list = z.union([z.array(Media), Media.transform((one) => [one])])
const Post = z.union([
  z.object({ media: list, title: z.string().optional(), creation_timestamp: z.number().optional() }),
  Media.transform((one) => ({ media: [one], title: one.title, creation_timestamp: one.creation_timestamp })),
])
type Post = z.output<typeof Post>

/** The files that tell of posts, and what they keep them under. What was for nobody any more stays for its author. */
const sources: { file: RegExp; key?: string; own?: true }[] = [
  { file: /^posts_\d+\.json$/ },
  { file: /^archived_posts(_\d+)?\.json$/, key: "ig_archived_post_media", own: true },
  { file: /^stories(_\d+)?\.json$/, key: "ig_stories", own: true },
  { file: /^reels(_\d+)?\.json$/, key: "ig_reels_media" },
  { file: /^igtv_videos(_\d+)?\.json$/, key: "ig_igtv_media" },
]

/** Of its posts alone: messages and the like have files of such names, too. */
const isAbout = (path: string) =>
  /(^|\/)(your_instagram_activity\/(media|content|posts)|content|media)\/[^/]+$/.test(path)
const sourceOf = ({ path }: EntryRef) =>
  isAbout(path) ? sources.find(({ file }) => file.test(nameIn(path))) : undefined

/**
 * What Instagram gives whoever asks for their information, in JSON: posts with all their pictures, in their order, at
 * their time, with their words. Every picture and film in it is accounted for.
 */
export const instagram: Adapter = {
  kind: "instagram",
  recognises(entries) {
    if (entries.some((entry) => sourceOf(entry))) return true
    if (
      entries.some(
        ({ path }) => isAbout(path) && /^(posts_\d+|stories|archived_posts)\.html$/.test(nameIn(path)),
      )
    )
      throw new ArchiveFault("html_format")
    return entries.some(({ path }) => path.includes("your_instagram_activity/"))
  },
  plan,
}

async function* plan(archive: Archive): AsyncGenerator<Planned> {
  const byPath = new Map(archive.entries.map((entry) => [entry.path, entry]))
  const used = new Set<string>()
  const found: (Post & { root: string; own: boolean })[] = []
  for (const entry of archive.entries) {
    const source = sourceOf(entry)
    if (!source) continue
    used.add(entry.path)
    try {
      for (const post of postsIn(await archive.json(entry), source.key))
        found.push({ ...post, root: rootOf(entry.path), own: source.own ?? false })
    } catch (error) {
      if (!(error instanceof EntryFault)) throw error
      yield { kind: "skip", path: entry.path, reason: error.reason }
    }
  }
  const seconds = new Map<number, number>()
  // The newest comes first in the files; of those of one second the later in the file is the older. What has no time
  // comes before all others.
  const inOrder = found.reverse().sort((a, b) => (timeOf(a) ?? 0) - (timeOf(b) ?? 0))
  for (const post of inOrder) {
    const media = post.media.map(({ uri, title }) => ({ uri, title, entry: resolve(byPath, post.root, uri) }))
    for (const { entry, uri } of media) used.add(entry?.path ?? uri)
    for (const { uri, entry } of media) {
      if (isVideo(uri)) yield { kind: "skip", path: uri, reason: "video" }
      else if (!entry) yield { kind: "skip", path: uri, reason: "missing" }
    }
    const pictures = media.flatMap(({ entry, uri }) => (entry && !isVideo(uri) ? [entry] : []))
    const second = timeOf(post)
    const parts = Array.from({ length: Math.ceil(pictures.length / maxPhotos) }, (_, i) =>
      pictures.slice(i * maxPhotos, (i + 1) * maxPhotos),
    )
    // The last part is the oldest: read from the newest on, they stand in their order.
    for (const [i, part] of [...parts.entries()].reverse()) {
      yield {
        kind: "post",
        ...(second === undefined ? {} : { at: atOf(second, seconds) }),
        caption: i === 0 ? captionOf(post) : "",
        photos: part.map((entry) => ({ entry, altText: "" })),
        ...(post.own ? { visibility: "private" as const } : {}),
      }
    }
  }
  for (const { path, fault } of archive.entries) {
    if (!used.has(path) && (fault || isPicture(path) || isVideo(path)))
      yield { kind: "skip", path, reason: fault ?? (isVideo(path) ? "video" : "not_a_post") }
  }
}

/** Posts as far as they can be understood; one that cannot be hides no other. */
function postsIn(json: unknown, key: string | undefined): Post[] {
  const all = Array.isArray(json) ? json : key ? (json as Record<string, unknown>)?.[key] : [json]
  return (Array.isArray(all) ? all : []).flatMap((one) => {
    const { data } = Post.safeParse(one)
    return data ? [data] : []
  })
}

/** The second when a post was made; undefined when nothing says so. */
function timeOf({ creation_timestamp, media }: Post): number | undefined {
  const time = creation_timestamp || media.find((one) => one.creation_timestamp)?.creation_timestamp
  return time ? Math.floor(time) : undefined
}

/** A millisecond of a second for each post of it, in their order. @param seconds counts the posts of each */
function atOf(second: number, seconds: Map<number, number>): number {
  const nth = seconds.get(second) ?? 0
  seconds.set(second, nth + 1)
  return second * 1000 + Math.min(nth, 999)
}

/** A post of one picture has its words at the picture. */
const captionOf = ({ title, media }: Post) =>
  wordsOf(mended(title || media.find((one) => one.title)?.title || ""))

const rootOf = (path: string) => /^(.*?)(?:your_instagram_activity|content|media)\//.exec(path)?.[1] ?? ""

const resolve = (byPath: ReadonlyMap<string, EntryRef>, root: string, uri: string) =>
  byPath.get(root + mended(uri)) ?? byPath.get(mended(uri)) ?? byPath.get(root + uri)

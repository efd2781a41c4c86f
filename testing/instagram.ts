import { type Packed, zipped } from "./zip"

/** How Instagram writes words into its files: each byte of their UTF-8 as a letter. */
export const broken = (words: string) => Buffer.from(words).toString("latin1")

/** Without a time, nothing says when it was made. */
type Posted = { title?: string; at?: number; media: { uri: string; bytes?: Buffer; title?: string }[] }

/** The shape of a post in Instagram's files. */
const post = ({ title, at, media }: Posted) => {
  const all = media.map(({ uri, title = "" }) => ({
    uri,
    creation_timestamp: at,
    media_metadata: { photo_metadata: { exif_data: [{ latitude: 35.6, longitude: 139.7 }] } },
    title: broken(title),
    cross_post_source: { source_app: "FB" },
    backup_uri: "",
  }))
  return title === undefined ? { media: all } : { media: all, title: broken(title), creation_timestamp: at }
}

const json = (value: unknown) => Buffer.from(JSON.stringify(value, null, 2))

/** An archive as Instagram gives it in JSON; the newest post comes first, as theirs do. */
export function instagramArchive(posts: Posted[], others: Packed[] = [], archived: Posted[] = []): Buffer {
  const newestFirst = [...posts].sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
  return zipped([
    {
      name: "personal_information/personal_information/personal_information.json",
      bytes: "{}",
      deflate: true,
    },
    { name: "your_instagram_activity/media/posts_1.json", bytes: json(newestFirst.map(post)), deflate: true },
    ...(archived.length > 0
      ? [
          {
            name: "your_instagram_activity/media/archived_posts.json",
            bytes: json({ ig_archived_post_media: archived.map(post) }),
          },
        ]
      : []),
    ...[...posts, ...archived].flatMap(({ media }) =>
      media.flatMap(({ uri, bytes }) => (bytes ? [{ name: uri, bytes }] : [])),
    ),
    ...others,
  ])
}

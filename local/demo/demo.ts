import type { License } from "../../core/post/post.schema"
import { people } from "./people"
import { type DemoPhoto, type PhotoName, photos } from "./photos"
import { type DemoPost, posts } from "./posts"

/** One password for every demo account: it protects nothing and is printed at the end of `npm run seed`. */
export const demoPassword = "ichimai-demo-2026"

/** The people with the address that each of them signs in with. */
export const accounts = people.map((person) => ({
  ...person,
  email: `${person.handle}@example.com`,
  password: demoPassword,
}))
export type DemoAccount = (typeof accounts)[number]

/** The posts as the site takes them: a caption, and files with their alternative texts. Oldest first. */
export const entries = posts.map((post) => ({
  by: post.by,
  /** The first photo, by which the other data names the post. */
  photo: post.photos[0],
  caption: caption(post),
  contentWarning: post.contentWarning ?? "",
  license: license(post.photos),
  photos: post.photos.map((name) => ({ fileName: `${name}.jpg`, altText: photos[name].altText })),
}))
export type DemoEntry = (typeof entries)[number]

/** English, Japanese, tags, then who took the photos and under which licence. */
function caption(post: DemoPost) {
  return `${post.en}\n${post.ja}\n${post.tags}\n${credits(post.photos)}`
}

/** What a post is known by: the first line of its caption. */
export const titleOf = (caption: string) => caption.split("\n")[0] ?? ""

/** The one of the site's licences that allows what all of the photos' own allow; the caption names these. */
function license(names: PhotoName[]): License {
  const given = names.map((name) => photos[name].licence)
  if (given.some((one) => one.startsWith("CC BY-SA"))) return "cc_by_sa"
  return given.some((one) => one.startsWith("CC BY")) ? "cc_by" : "cc0"
}

/** `Photo: A, CC0 1.0` or, for several authors, one part for each: `Photos: A, CC0 1.0 · B, CC BY 4.0`. */
function credits(names: PhotoName[]) {
  const parts = new Map<string, boolean>()
  for (const name of names) {
    const photo: DemoPhoto = photos[name]
    const credit = `${photo.author}, ${photo.licence}`
    parts.set(credit, (parts.get(credit) ?? false) || photo.cropped === true)
  }
  const list = [...parts].map(([credit, cropped]) => (cropped ? `${credit} (cropped)` : credit))
  return `${names.length > 1 ? "Photos" : "Photo"}: ${list.join(" · ")}`
}

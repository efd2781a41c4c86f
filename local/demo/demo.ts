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
  caption: caption(post),
  photos: post.photos.map((name) => ({ fileName: `${name}.jpg`, altText: photos[name].altText })),
}))
export type DemoEntry = (typeof entries)[number]

/** English, Japanese, then who took the photos and under which licence. */
function caption(post: DemoPost) {
  return `${post.en}\n${post.ja}\n${credits(post.photos)}`
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

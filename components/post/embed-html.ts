import type { PostView } from "@/core/post/post.schema"

type Photos = Pick<PostView, "photos">
type Most = { maxwidth?: number; maxheight?: number }

const widest = 600
/** What stands below the photo, in CSS pixels: the embed page has the same. */
export const embedBar = 64

/** Of several photos, how much of the width the first one takes at most: the next one peeks out beside it. */
export const embedStrip = 0.92

/** The size that a post asks for on another site's page: its first photo's shape, within reason, and the bar. */
export function embedSize({ photos }: Photos, { maxwidth = widest, maxheight }: Most = {}) {
  const [first] = photos
  const ratio = Math.min(3, Math.max(0.8, first ? first.width / first.height : 1.5))
  const width = Math.min(widest, maxwidth)
  const height = Math.round((width * (photos.length > 1 ? embedStrip : 1)) / ratio) + embedBar
  return { width, height: Math.min(height, maxheight ?? height) }
}

/**
 * The HTML that shows a post on another site's page.
 * @param url where its embed page is
 * @param title names the frame for who does not see it
 */
export function embedHtml(
  post: Photos,
  { url, title, ...most }: Most & { url: string; title: string },
): string {
  const { width, height } = embedSize(post, most)
  const style = `border:0;max-width:100%;height:auto;aspect-ratio:${width}/${height}`
  return `<iframe src="${escaped(url)}" title="${escaped(title)}" width="${width}" height="${height}" style="${style}" loading="lazy"></iframe>`
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

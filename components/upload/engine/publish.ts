import { drafts, posts } from "@/components/api/posts"
import { tell } from "./desk"
import { freshPost } from "./fresh-post"
import type { Making } from "./making"
import { untilItPasses } from "./passing"
import { tellPublished } from "./published"

/** Makes a post, or a draft, of photos that the server knows, before all their bytes are there. */
export async function publish({ id, items, words, publishing }: Making, signal: AbortSignal): Promise<void> {
  const photos = items.map(({ photoId = "", altText }) => ({ photoId, altText }))
  const { publishAt, ...content } = words
  const key = publishing?.key ?? id
  const make = (timely: AbortSignal) =>
    publishing?.as === "draft"
      ? drafts.save({ ...content, photos }, key, timely)
      : posts.create({ ...content, photos, ...(publishAt ? { publishAt } : {}) }, key, timely)
  tell({ type: "publishing", id })
  try {
    const publication = await untilItPasses(make, { signal, onWait: () => undefined })
    if (signal.aborted) return
    const draftId = publication.status === "published" ? undefined : publication.draft.id
    tell({ type: "published", id, draftId, next: freshPost() })
    tellPublished(publication)
  } catch (problem) {
    if (!signal.aborted) tell({ type: "refused", id, problem })
  }
}

import { posts } from "@/components/api-client"
import { tell } from "./desk"
import { freshPost } from "./fresh-post"
import type { Making } from "./making"
import { untilItPasses } from "./passing"
import { tellPublished } from "./published"

/** Makes a post, or a draft that waits for its bytes, of photos that the server knows. */
export async function publish({ id, items, words, publishing }: Making, signal: AbortSignal): Promise<void> {
  const photos = items.map(({ photoId = "", altText }) => ({ photoId, altText }))
  const body = { ...words, photos }
  tell({ type: "publishing", id })
  try {
    const publication = await untilItPasses((timely) => posts.create(body, publishing?.key ?? id, timely), {
      signal,
      onWait: () => undefined,
    })
    if (signal.aborted) return
    const draftId = publication.status === "published" ? undefined : publication.draft.id
    tell({ type: "published", id, draftId, next: freshPost() })
    tellPublished(publication)
  } catch (problem) {
    if (!signal.aborted) tell({ type: "refused", id, problem })
  }
}

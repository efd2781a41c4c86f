import type { Upload } from "./uploads-state"

const previews = new Map<string, string>()

/** Keeps the local pictures of a post's photos for the page that waits for them, as long as the tab is open. */
export function keepPreviews(items: readonly Upload[]) {
  for (const { photoId, preview } of items) if (photoId) previews.set(photoId, preview)
}

/** The address of a photo's local picture, when it was sent from this tab. */
export const previewOf = (photoId: string) => previews.get(photoId)

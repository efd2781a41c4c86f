import { photos, uploads } from "@/components/api/uploads"

/** How photos reach the server: as one's own, or as a guest's through a link. */
export type Via = {
  uploads: typeof uploads
  photos: Pick<typeof photos, "get" | "retry">
  /** Somebody else decides about what arrived; the server knows no such photo from then on. */
  isDecided?: boolean
}

export const own: Via = { uploads, photos }

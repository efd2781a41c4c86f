import type { LocationChoice } from "@/core/post/post.schema"

/** What readers get besides the pictures. */
export type ReceiptChoice = { showCamera: boolean; location: LocationChoice }

/** A choice is one person's: others may use the same browser. */
const keyOf = (userId: string) => `show-camera ${userId}`

/** Whether the camera was shown the last time; not when the browser keeps nothing. A place is never remembered. */
export function rememberedCamera(userId: string): boolean {
  try {
    return localStorage.getItem(keyOf(userId)) === "true"
  } catch {
    return false
  }
}

/** Keeps the choice for the next post. */
export function rememberCamera(userId: string, showCamera: boolean) {
  try {
    localStorage.setItem(keyOf(userId), String(showCamera))
  } catch {
    // It is asked again the next time.
  }
}

import type { LocationChoice } from "@/core/post/post.schema"

/** What readers get besides the pictures. */
export type ReceiptChoice = { showCamera: boolean; location: LocationChoice }

const key = "show-camera"

/** Whether the camera was shown the last time; not when the browser keeps nothing. A place is never remembered. */
export function rememberedCamera(): boolean {
  try {
    return localStorage.getItem(key) === "true"
  } catch {
    return false
  }
}

/** Keeps the choice for the next post. */
export function rememberCamera(showCamera: boolean) {
  try {
    localStorage.setItem(key, String(showCamera))
  } catch {
    // It is asked again the next time.
  }
}

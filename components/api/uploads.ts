import type { input } from "zod"
import type { PhotoView } from "@/core/photo/photo.schema"
import type {
  SignedParts,
  SignParts,
  StartUpload,
  UploadProgress,
  UploadView,
} from "@/core/photo/upload.schema"
import { call } from "../api-call"

export const uploads = {
  /** Begins an upload. The same key gives the same photo, however often it is sent. */
  start: (body: input<typeof StartUpload>, idempotencyKey: string, signal?: AbortSignal) =>
    call<UploadView>("POST", "/api/uploads", body, {
      signal,
      headers: { "Idempotency-Key": idempotencyKey },
    }),
  /** How far an upload is, and how to go on with it. */
  progress: (photoId: string, signal?: AbortSignal) =>
    call<UploadProgress>("GET", `/api/uploads/${photoId}/parts`, undefined, { signal }),
  signParts: (photoId: string, parts: input<typeof SignParts>["parts"], signal?: AbortSignal) =>
    call<SignedParts>("POST", `/api/uploads/${photoId}/parts`, { parts }, { signal }),
  /** Says that all bytes were sent. It arrives even when the page is closed right after. */
  complete: (photoId: string, signal?: AbortSignal) =>
    call<PhotoView>("POST", `/api/uploads/${photoId}/complete`, undefined, { signal, keepalive: true }),
}

export const photos = {
  get: (photoId: string, signal?: AbortSignal) =>
    call<PhotoView>("GET", `/api/photos/${photoId}`, undefined, { signal }),
  remove: (photoId: string) => call<void>("DELETE", `/api/photos/${photoId}`),
  retry: (photoId: string, signal?: AbortSignal) =>
    call<PhotoView>("POST", `/api/photos/${photoId}/retry`, undefined, { signal }),
}

import type { input } from "zod"
import type {
  DecideGuestComments,
  GuestCommentSent,
  LinkedComment,
  WaitingComment,
} from "@/core/guest/comment.schema"
import type { DecideGuests, GuestPhotoState, WaitingPhoto } from "@/core/guest/guest.schema"
import type { Page } from "@/core/page.schema"
import type { SignedParts, UploadProgress, UploadView } from "@/core/photo/upload.schema"
import { call } from "../api-call"
import type { Via } from "../upload/engine/via"
import { withCursor } from "./query"

/** Who sends: a name, and what this browser keeps to go on with its photos or take them back. */
export type GuestSelf = { name: string; key: string }

const wordsUnder = (token: string, postId: string) => `/api/s/${token}/posts/${postId}/comments`
const base = (token: string) => `/api/s/${token}/uploads`

/** The way of a guest's photos through a link. */
export const throughLink = (token: string, { name, key }: GuestSelf): Via => ({
  uploads: {
    start: (body, idempotencyKey, signal) =>
      call<UploadView>(
        "POST",
        base(token),
        { ...body, name, key },
        {
          signal,
          headers: { "Idempotency-Key": idempotencyKey },
        },
      ),
    progress: (photoId, signal) =>
      call<UploadProgress>("GET", `${base(token)}/${photoId}/parts?key=${key}`, undefined, { signal }),
    signParts: (photoId, parts, signal) =>
      call<SignedParts>("POST", `${base(token)}/${photoId}/parts`, { key, parts }, { signal }),
    complete: (photoId, signal) =>
      call<GuestPhotoState>(
        "POST",
        `${base(token)}/${photoId}/complete`,
        { key },
        { signal, keepalive: true },
      ),
  },
  isDecided: true,
  photos: {
    get: (photoId, signal) =>
      call<GuestPhotoState>("GET", `${base(token)}/${photoId}?key=${key}`, undefined, { signal }),
    // A guest sends it again instead.
    retry: (photoId, signal) =>
      call<GuestPhotoState>("GET", `${base(token)}/${photoId}?key=${key}`, undefined, { signal }),
  },
})

export const guests = {
  takeBack: (token: string, { key }: GuestSelf, photoId: string) =>
    call<void>("DELETE", `${base(token)}/${photoId}`, { key }),
  queue: (albumId: string, cursor: string) =>
    call<Page<WaitingPhoto>>("GET", withCursor(`/api/albums/${albumId}/guest-photos`, cursor)),
  decide: (albumId: string, photoIds: string[], decision: input<typeof DecideGuests>["decision"]) =>
    call<{ decided: number }>("POST", `/api/albums/${albumId}/guest-photos`, { photoIds, decision }),
  said: (token: string, postId: string, cursor: string) =>
    call<Page<LinkedComment>>("GET", withCursor(wordsUnder(token, postId), cursor)),
  say: (token: string, postId: string, body: { name: string; text: string }) =>
    call<GuestCommentSent>("POST", wordsUnder(token, postId), body),
  words: (cursor: string) => call<Page<WaitingComment>>("GET", withCursor("/api/me/guest-comments", cursor)),
  decideWords: (commentIds: string[], decision: input<typeof DecideGuestComments>["decision"]) =>
    call<{ decided: number }>("POST", "/api/me/guest-comments", { commentIds, decision }),
}

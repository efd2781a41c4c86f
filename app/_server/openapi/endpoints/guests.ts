import "server-only"
import { Guest } from "@/core/guest"
import { GuestCommentSent, LinkedComment, WaitingComment } from "@/core/guest/comment.schema"
import { DecidedView, GuestPhotoState, WaitingPhoto } from "@/core/guest/guest.schema"
import { pageOf } from "@/core/page.schema"
import { SignedParts, UploadProgress, UploadView } from "@/core/photo/upload.schema"
import { type Endpoint, nothing } from "../endpoint"

const tag = "Guests"
const one = "/api/s/{token}/uploads/{photoId}"

export const guests: readonly Endpoint[] = [
  {
    method: "POST",
    path: "/api/s/{token}/uploads",
    operation: Guest.start,
    summary: "Begin to send a photo through a link that takes photos; `key` is made up by the guest and kept",
    tag,
    auth: "anyone",
    answers: { 201: UploadView },
  },
  {
    method: "GET",
    path: `${one}/parts`,
    operation: Guest.progress,
    summary: "How far a guest's upload is, and how to go on with it",
    tag,
    auth: "anyone",
    answers: { 200: UploadProgress },
  },
  {
    method: "POST",
    path: `${one}/parts`,
    operation: Guest.signParts,
    summary: "Sign the sending of parts",
    tag,
    auth: "anyone",
    answers: { 200: SignedParts },
  },
  {
    method: "POST",
    path: `${one}/complete`,
    operation: Guest.complete,
    summary: "Join the parts of a guest's photo",
    tag,
    auth: "anyone",
    answers: { 200: GuestPhotoState },
  },
  {
    method: "GET",
    path: one,
    operation: Guest.state,
    summary: "What became of a guest's photo so far",
    tag,
    auth: "anyone",
    answers: { 200: GuestPhotoState },
  },
  {
    method: "DELETE",
    path: one,
    operation: Guest.remove,
    summary: "Take a photo back that nobody has decided about",
    tag,
    auth: "anyone",
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/albums/{albumId}/guest-photos",
    operation: Guest.queue,
    summary: "The photos of guests that wait for the managers of an album",
    tag,
    auth: "user",
    answers: { 200: pageOf(WaitingPhoto) },
  },
  {
    method: "POST",
    path: "/api/albums/{albumId}/guest-photos",
    operation: Guest.decide,
    summary: "Approve photos of guests as private posts in the album, or decline them",
    tag,
    auth: "user",
    answers: { 200: DecidedView },
  },
  {
    method: "GET",
    path: "/api/s/{token}/posts/{postId}/comments",
    operation: Guest.comments,
    summary: "What guests said under a post that a link opens; members' comments are not the link's to give",
    tag,
    auth: "anyone",
    answers: { 200: pageOf(LinkedComment) },
  },
  {
    method: "POST",
    path: "/api/s/{token}/posts/{postId}/comments",
    operation: Guest.comment,
    summary: "Write under a post as a guest; it waits until the post's author approves it",
    tag,
    auth: "anyone",
    answers: { 202: GuestCommentSent },
  },
  {
    method: "GET",
    path: "/api/me/guest-comments",
    operation: Guest.waitingComments,
    summary: "The comments of guests that wait under one's own posts, the oldest first",
    tag,
    auth: "user",
    answers: { 200: pageOf(WaitingComment) },
  },
  {
    method: "POST",
    path: "/api/me/guest-comments",
    operation: Guest.decideComments,
    summary: "Approve comments of guests, or decline them",
    tag,
    auth: "user",
    answers: { 200: DecidedView },
  },
]

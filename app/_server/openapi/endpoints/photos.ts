import "server-only"
import { Draft } from "@/core/draft"
import { Media } from "@/core/media"
import { Photo } from "@/core/photo"
import { PhotoView } from "@/core/photo/photo.schema"
import { SignedParts, UploadProgress, UploadView } from "@/core/photo/upload.schema"
import { type Endpoint, nothing } from "../endpoint"

export const photos: readonly Endpoint[] = [
  {
    method: "POST",
    path: "/api/uploads",
    operation: Photo.startUpload,
    summary: "Begin an upload: in one piece, in parts, or the photo that is already here",
    tag: "Photos",
    auth: "user",
    token: "upload",
    answers: { 200: UploadView, 201: UploadView },
  },
  {
    method: "GET",
    path: "/api/uploads/{photoId}/parts",
    operation: Photo.uploadProgress,
    summary: "How far an upload is, and how to go on with it",
    tag: "Photos",
    auth: "user",
    token: "upload",
    answers: { 200: UploadProgress },
  },
  {
    method: "POST",
    path: "/api/uploads/{photoId}/parts",
    operation: Photo.signParts,
    summary: "Sign the sending of parts: each address takes that part's bytes and no others",
    tag: "Photos",
    auth: "user",
    token: "upload",
    answers: { 200: SignedParts },
  },
  {
    method: "POST",
    path: "/api/uploads/{photoId}/complete",
    operation: Photo.completeUpload,
    summary: "Join the parts of a photo once all are there",
    tag: "Photos",
    auth: "user",
    token: "upload",
    answers: { 200: PhotoView },
  },
  {
    method: "DELETE",
    path: "/api/uploads/{photoId}",
    operation: Draft.removePhoto,
    summary: "Abort an upload",
    tag: "Photos",
    auth: "user",
    token: "upload",
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/photos/{photoId}",
    operation: Photo.get,
    summary: "One's own photo and its state",
    tag: "Photos",
    auth: "user",
    answers: { 200: PhotoView },
  },
  {
    method: "DELETE",
    path: "/api/photos/{photoId}",
    operation: Draft.removePhoto,
    summary: "Remove a photo that is in no post",
    tag: "Photos",
    auth: "user",
    answers: { 204: nothing },
  },
  {
    method: "POST",
    path: "/api/photos/{photoId}/retry",
    operation: Photo.retry,
    summary: "Try a failed photo again",
    tag: "Photos",
    auth: "user",
    token: "upload",
    answers: { 200: PhotoView },
  },
  {
    method: "GET",
    path: "/api/media/{photoId}/{variant}",
    operation: Media.address,
    summary: "A variant that is not public: a redirect that works for a minute",
    tag: "Photos",
    auth: "anyone",
    answers: { 302: nothing },
  },
]

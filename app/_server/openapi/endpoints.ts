import "server-only"
import { z } from "zod"
import { Account } from "@/core/account"
import { Draft } from "@/core/draft"
import { DraftView, Publication } from "@/core/draft/draft.schema"
import { Feed } from "@/core/feed"
import { Health } from "@/core/health"
import { HealthView } from "@/core/health/health.schema"
import { Media } from "@/core/media"
import { pageOf } from "@/core/page.schema"
import { Photo } from "@/core/photo"
import { PhotoView } from "@/core/photo/photo.schema"
import { UploadView } from "@/core/photo/upload.schema"
import { Post } from "@/core/post"
import { PostView } from "@/core/post/post.schema"
import { Session } from "@/core/session"
import { SessionsView } from "@/core/session/session.schema"
import { User } from "@/core/user"
import { MeView, SignUpView, UserView } from "@/core/user/user.schema"
import { type Endpoint, nothing } from "./endpoint"

const anyone = "anyone" as const
const user = "user" as const
const posts = pageOf(PostView)

/** Every operation that the API offers; a test holds the route files against it. */
export const endpoints: readonly Endpoint[] = [
  {
    method: "GET",
    path: "/health",
    operation: Health.check,
    summary: "Whether the site, its table and its storage answer",
    tag: "Health",
    auth: anyone,
    answers: { 200: HealthView, 503: HealthView },
  },
  {
    method: "GET",
    path: "/api/health",
    operation: Health.check,
    summary: "The same, under /api",
    tag: "Health",
    auth: anyone,
    answers: { 200: HealthView, 503: HealthView },
  },
  {
    method: "POST",
    path: "/api/account",
    operation: Account.signUp,
    summary: "Sign up",
    tag: "Account",
    auth: anyone,
    answers: { 201: SignUpView },
  },
  {
    method: "POST",
    path: "/api/account/verify",
    operation: Account.verify,
    summary: "Confirm an e-mail address by the mailed token",
    tag: "Account",
    auth: anyone,
    answers: { 204: nothing },
  },
  {
    method: "POST",
    path: "/api/account/verify/resend",
    operation: Account.resendVerification,
    summary: "Mail the link that confirms an e-mail address once more",
    tag: "Account",
    auth: anyone,
    answers: { 204: nothing },
  },
  {
    method: "POST",
    path: "/api/account/password/forgot",
    operation: Account.forgotPassword,
    summary: "Mail a link to choose a new password",
    tag: "Account",
    auth: anyone,
    answers: { 204: nothing },
  },
  {
    method: "POST",
    path: "/api/account/password/reset",
    operation: Account.resetPassword,
    summary: "Choose a new password by the mailed token",
    tag: "Account",
    auth: anyone,
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/me",
    operation: User.me,
    summary: "Oneself",
    tag: "Account",
    auth: user,
    answers: { 200: MeView },
  },
  {
    method: "PATCH",
    path: "/api/me",
    operation: User.update,
    summary: "Change name, bio or language",
    tag: "Account",
    auth: user,
    answers: { 200: MeView },
  },
  {
    method: "PUT",
    path: "/api/me/password",
    operation: Account.changePassword,
    summary: "Change the password; other devices are signed out",
    tag: "Account",
    auth: user,
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/me/sessions",
    operation: Session.list,
    summary: "Signed-in devices",
    tag: "Account",
    auth: user,
    answers: { 200: SessionsView },
  },
  {
    method: "DELETE",
    path: "/api/me/sessions",
    operation: Session.revokeOthers,
    summary: "Sign out every other device",
    tag: "Account",
    auth: user,
    answers: { 204: nothing },
  },
  {
    method: "DELETE",
    path: "/api/me/sessions/{sid}",
    operation: Session.revoke,
    summary: "Sign out one device",
    tag: "Account",
    auth: user,
    answers: { 204: nothing },
  },
  {
    method: "POST",
    path: "/api/uploads",
    operation: Photo.startUpload,
    summary: "Begin an upload: a signed form for storage, or the photo that is already here",
    tag: "Photos",
    auth: user,
    answers: { 200: UploadView, 201: UploadView },
  },
  {
    method: "DELETE",
    path: "/api/uploads/{photoId}",
    operation: Draft.removePhoto,
    summary: "Abort an upload",
    tag: "Photos",
    auth: user,
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/photos/{photoId}",
    operation: Photo.get,
    summary: "One's own photo and its state",
    tag: "Photos",
    auth: user,
    answers: { 200: PhotoView },
  },
  {
    method: "DELETE",
    path: "/api/photos/{photoId}",
    operation: Draft.removePhoto,
    summary: "Remove a photo that is in no post",
    tag: "Photos",
    auth: user,
    answers: { 204: nothing },
  },
  {
    method: "POST",
    path: "/api/photos/{photoId}/retry",
    operation: Photo.retry,
    summary: "Try a failed photo again",
    tag: "Photos",
    auth: user,
    answers: { 200: PhotoView },
  },
  {
    method: "GET",
    path: "/api/media/{photoId}/{variant}",
    operation: Media.address,
    summary: "A variant that is not public: a redirect that works for a minute",
    tag: "Photos",
    auth: anyone,
    answers: { 302: nothing },
  },
  {
    method: "POST",
    path: "/api/posts",
    operation: Draft.publish,
    summary: "Publish photos; the answer is the post, or the draft that becomes it",
    tag: "Posts",
    auth: user,
    answers: { 201: Publication },
  },
  {
    method: "GET",
    path: "/api/posts/{postId}",
    operation: Post.get,
    summary: "A post",
    tag: "Posts",
    auth: anyone,
    answers: { 200: PostView },
  },
  {
    method: "DELETE",
    path: "/api/posts/{postId}",
    operation: Post.remove,
    summary: "Delete a post with its photos",
    tag: "Posts",
    auth: user,
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/me/drafts",
    operation: Draft.list,
    summary: "One's own drafts",
    tag: "Posts",
    auth: user,
    answers: { 200: z.object({ items: z.array(DraftView) }) },
  },
  {
    method: "GET",
    path: "/api/drafts/{draftId}",
    operation: Draft.get,
    summary: "A draft, or the post that it became",
    tag: "Posts",
    auth: user,
    answers: { 200: Publication },
  },
  {
    method: "DELETE",
    path: "/api/drafts/{draftId}",
    operation: Draft.remove,
    summary: "Discard a draft with its photos",
    tag: "Posts",
    auth: user,
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/feed/explore",
    operation: Feed.explore,
    summary: "The latest public posts",
    tag: "Feeds",
    auth: anyone,
    answers: { 200: posts },
  },
  {
    method: "GET",
    path: "/api/users/{handle}",
    operation: User.get,
    summary: "A profile",
    tag: "People",
    auth: anyone,
    answers: { 200: UserView },
  },
  {
    method: "GET",
    path: "/api/users/{handle}/posts",
    operation: Post.byUser,
    summary: "The posts of a person",
    tag: "People",
    auth: anyone,
    answers: { 200: posts },
  },
]

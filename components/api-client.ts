import type { input } from "zod"
import type { Publication } from "@/core/draft/draft.schema"
import type { Page } from "@/core/page.schema"
import type { PhotoView } from "@/core/photo/photo.schema"
import type {
  SignedParts,
  SignParts,
  StartUpload,
  UploadProgress,
  UploadView,
} from "@/core/photo/upload.schema"
import type { CreatePost, PostView } from "@/core/post/post.schema"
import type {
  ChangePassword,
  MeView,
  ResetPassword,
  SignUp,
  SignUpView,
  UpdateMe,
} from "@/core/user/user.schema"
import { call, send } from "./api-call"

export { callAs, ProblemError } from "./api-call"

type Credentials = { email: string; password: string }
export type SignInResult = "signed_in" | "wrong" | "unverified"

/** The typed browser client of /api. Every call throws a ProblemError when it is refused. */
export const account = {
  signUp: (body: input<typeof SignUp>) => call<SignUpView>("POST", "/api/account", body),
  verify: (token: string) => call<void>("POST", "/api/account/verify", { token }),
  resendVerification: (email: string) => call<void>("POST", "/api/account/verify/resend", { email }),
  forgotPassword: (email: string) => call<void>("POST", "/api/account/password/forgot", { email }),
  resetPassword: (body: input<typeof ResetPassword>) =>
    call<void>("POST", "/api/account/password/reset", body),
  update: (body: input<typeof UpdateMe>) => call<MeView>("PATCH", "/api/me", body),
  changePassword: (body: input<typeof ChangePassword>) => call<void>("PUT", "/api/me/password", body),
}

export const sessions = {
  /** Signs in. A refusal of the credentials is an answer, not an error; being throttled throws. */
  async signIn({ email, password }: Credentials): Promise<SignInResult> {
    const answer = await postForm("/api/auth/callback/credentials", { email, password })
    if (answer.ok) return "signed_in"
    const { url } = (await answer.json()) as { url?: string }
    return url?.includes("error=unverified") ? "unverified" : "wrong"
  },
  signOut: async () => {
    await postForm("/api/auth/signout", {})
  },
  end: (sessionId: string) => call<void>("DELETE", `/api/me/sessions/${sessionId}`),
  endOthers: () => call<void>("DELETE", "/api/me/sessions"),
}

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

export const posts = {
  /** Publishes. The same key with the same body gives the same post, however often it is sent. */
  create: (body: input<typeof CreatePost>, idempotencyKey: string, signal?: AbortSignal) =>
    call<Publication>("POST", "/api/posts", body, { signal, headers: { "Idempotency-Key": idempotencyKey } }),
  remove: (postId: string) => call<void>("DELETE", `/api/posts/${postId}`),
  explore: (page: PageQuery) => call<Page<PostView>>("GET", `/api/feed/explore?${query(page)}`),
  byUser: (handle: string, page: PageQuery) =>
    call<Page<PostView>>("GET", `/api/users/${encodeURIComponent(handle)}/posts?${query(page)}`),
}

export const drafts = {
  get: (draftId: string, signal?: AbortSignal) =>
    call<Publication>("GET", `/api/drafts/${draftId}`, undefined, { signal }),
  remove: (draftId: string) => call<void>("DELETE", `/api/drafts/${draftId}`),
}

type PageQuery = { limit?: number; cursor?: string }

const query = ({ limit, cursor }: PageQuery) =>
  new URLSearchParams({ ...(limit && { limit: String(limit) }), ...(cursor && { cursor }) })

/** next-auth's own routes: form-encoded, with its CSRF token; 401 is an answer there. */
async function postForm(path: string, fields: Record<string, string>) {
  const { csrfToken } = await call<{ csrfToken: string }>("GET", "/api/auth/csrf")
  return send(
    path,
    { method: "POST", body: new URLSearchParams({ ...fields, csrfToken, json: "true" }) },
    (status) => status === 401,
  )
}

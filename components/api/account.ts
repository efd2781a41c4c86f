import type { input } from "zod"
import type {
  ChangePassword,
  MeView,
  ResetPassword,
  SetAvatar,
  SignUp,
  SignUpView,
  UpdateMe,
} from "@/core/user/user.schema"
import { call } from "../api-call"

/** One's own account. Every call throws a ProblemError when it is refused. */
export const account = {
  signUp: (body: input<typeof SignUp>) => call<SignUpView>("POST", "/api/account", body),
  verify: (token: string) => call<void>("POST", "/api/account/verify", { token }),
  resendVerification: (email: string) => call<void>("POST", "/api/account/verify/resend", { email }),
  forgotPassword: (email: string) => call<void>("POST", "/api/account/password/forgot", { email }),
  resetPassword: (body: input<typeof ResetPassword>) =>
    call<void>("POST", "/api/account/password/reset", body),
  update: (body: input<typeof UpdateMe>) => call<MeView>("PATCH", "/api/me", body),
  setAvatar: (body: input<typeof SetAvatar>) => call<MeView>("PUT", "/api/me/avatar", body),
  removeAvatar: () => call<void>("DELETE", "/api/me/avatar"),
  changePassword: (body: input<typeof ChangePassword>) => call<void>("PUT", "/api/me/password", body),
}

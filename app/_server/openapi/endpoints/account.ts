import "server-only"
import { Account } from "@/core/account"
import { Session } from "@/core/session"
import { SessionsView } from "@/core/session/session.schema"
import { User } from "@/core/user"
import { MeView, SignUpView } from "@/core/user/user.schema"
import { type Endpoint, nothing } from "../endpoint"

export const account: readonly Endpoint[] = [
  {
    method: "POST",
    path: "/api/account",
    operation: Account.signUp,
    summary: "Sign up",
    tag: "Account",
    auth: "anyone",
    answers: { 201: SignUpView },
  },
  {
    method: "POST",
    path: "/api/account/verify",
    operation: Account.verify,
    summary: "Confirm an e-mail address by the mailed token",
    tag: "Account",
    auth: "anyone",
    answers: { 204: nothing },
  },
  {
    method: "POST",
    path: "/api/account/verify/resend",
    operation: Account.resendVerification,
    summary: "Mail the link that confirms an e-mail address once more",
    tag: "Account",
    auth: "anyone",
    answers: { 204: nothing },
  },
  {
    method: "POST",
    path: "/api/account/password/forgot",
    operation: Account.forgotPassword,
    summary: "Mail a link to choose a new password",
    tag: "Account",
    auth: "anyone",
    answers: { 204: nothing },
  },
  {
    method: "POST",
    path: "/api/account/password/reset",
    operation: Account.resetPassword,
    summary: "Choose a new password by the mailed token",
    tag: "Account",
    auth: "anyone",
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/me",
    operation: User.me,
    summary: "Oneself",
    tag: "Account",
    auth: "user",
    answers: { 200: MeView },
  },
  {
    method: "PATCH",
    path: "/api/me",
    operation: User.update,
    summary: "Change name, bio or language",
    tag: "Account",
    auth: "user",
    answers: { 200: MeView },
  },
  {
    method: "PUT",
    path: "/api/me/password",
    operation: Account.changePassword,
    summary: "Change the password; other devices are signed out",
    tag: "Account",
    auth: "user",
    answers: { 204: nothing },
  },
  {
    method: "GET",
    path: "/api/me/sessions",
    operation: Session.list,
    summary: "Signed-in devices",
    tag: "Account",
    auth: "user",
    answers: { 200: SessionsView },
  },
  {
    method: "DELETE",
    path: "/api/me/sessions",
    operation: Session.revokeOthers,
    summary: "Sign out every other device",
    tag: "Account",
    auth: "user",
    answers: { 204: nothing },
  },
  {
    method: "DELETE",
    path: "/api/me/sessions/{sid}",
    operation: Session.revoke,
    summary: "Sign out one device",
    tag: "Account",
    auth: "user",
    answers: { 204: nothing },
  },
]

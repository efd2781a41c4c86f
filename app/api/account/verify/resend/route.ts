import { route } from "@/app/_server/route"
import { Account } from "@/core/account"

export const POST = route(Account.resendVerification, { token: "never" })

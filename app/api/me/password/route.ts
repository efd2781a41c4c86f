import { route } from "@/app/_server/route"
import { Account } from "@/core/account"

export const PUT = route(Account.changePassword, { token: "never" })

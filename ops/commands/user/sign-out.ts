import { Account } from "../../../core/account"
import { decision } from "../../decision"

export default decision({
  verb: "sign-out",
  summary: "ends every session and access token of an account",
  details:
    "The next request of each device is a visitor's. Passwords stay: suspend the account when somebody else knows it.",
  decide: Account.signOut,
  refusal: "cannot be signed out",
})

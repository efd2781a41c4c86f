import { Account } from "../../../core/account"
import { decision } from "../../decision"

export default decision({
  verb: "suspend",
  summary: "shuts an account: shown nowhere, signed out everywhere, cannot sign in",
  details:
    "Photos that the CDN holds stay at their addresses until they are withdrawn. `user restore` undoes it; the audit notes both.",
  decide: Account.suspend,
  refusal: "is suspended already",
})

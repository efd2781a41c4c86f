import { Account } from "../../../core/account"
import { decision } from "../../decision"

export default decision({
  verb: "restore",
  summary: "opens a suspended account again",
  details: "The person signs in again by themselves.",
  decide: Account.restore,
  refusal: "is not suspended",
})

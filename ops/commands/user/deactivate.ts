import { Departure } from "../../../core/departure"
import { decision } from "../../decision"

export default decision({
  verb: "deactivate",
  summary: "hides everything of an account until its person signs in again",
  details: "Nothing is removed. For who asks for it and cannot sign in; `user suspend` is for who must not.",
  decide: Departure.asOperator.deactivate,
  refusal: "is away already",
})

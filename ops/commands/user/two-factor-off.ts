import { SecondFactor } from "../../../core/second-factor"
import { decision } from "../../decision"

export default decision({
  verb: "two-factor-off",
  summary: "turns two-factor sign-in off for who lost the app and the recovery codes",
  details:
    "Only after they have proved who they are, by another way than mail. Their password and passkeys stay; they sign in with these and set it up anew.",
  decide: SecondFactor.turnOffFor,
  refusal: "has no two-factor sign-in",
})

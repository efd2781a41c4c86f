import { Departure } from "../../../core/departure"
import { decision } from "../../decision"

export default decision({
  verb: "delete",
  summary: "asks for an account to be deleted, on its person's behalf",
  details:
    "Hidden at once, signed out everywhere, mailed the day; erased when the days for coming back are over. `user cancel-deletion` takes it back until then.",
  decide: Departure.asOperator.delete,
  refusal: "is being deleted already",
})

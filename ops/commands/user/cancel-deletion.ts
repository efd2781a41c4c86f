import { Departure } from "../../../core/departure"
import { decision } from "../../decision"

export default decision({
  verb: "cancel-deletion",
  summary: "keeps an account that was to be deleted",
  details: "Everything is as it was. Not once the erasing has begun.",
  decide: Departure.asOperator.keep,
  refusal: "is not to be deleted, or is being erased already",
})

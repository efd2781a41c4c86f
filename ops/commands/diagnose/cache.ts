import { diagnosis } from "../../diagnose/diagnosis"
import { walks } from "../../diagnose/walks"

export default diagnosis({
  name: "cache",
  summary: "walks through why something old is shown: invalidations, copies, age at the CDN, the stream",
  details:
    "When a change, or a removal, does not show. --of takes the page, the post or the photo; --apply goes on with invalidations and makes the CDN forget.",
  steps: walks.cache,
  examples: ["diagnose cache --of /p/pst_01J8Z0V6KQ4N1X5T7W9Y3B2D4F --apply --stage production"],
})

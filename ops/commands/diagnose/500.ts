import { diagnosis } from "../../diagnose/diagnosis"
import { walks } from "../../diagnose/walks"

export default diagnosis({
  name: "500",
  summary: "walks through why requests end with 500 or 503: our errors, table, storage, environment",
  details: "When API-HighErrorRate rings. The request id in the cause goes to `explain`.",
  steps: walks["500"],
  examples: [],
})

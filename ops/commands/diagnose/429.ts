import { diagnosis } from "../../diagnose/diagnosis"
import { walks } from "../../diagnose/walks"

export default diagnosis({
  name: "429",
  summary: "walks through why callers have to wait: our limits, the gateway, the table, concurrency",
  details: "When people read that they do something too often.",
  steps: walks["429"],
  examples: [],
})

import { diagnosis } from "../../diagnose/diagnosis"
import { walks } from "../../diagnose/walks"

export default diagnosis({
  name: "slow-api",
  summary: "walks through why the API is slow: the table, its queries, cold starts, memory, concurrency",
  details:
    "When API-HighLatency rings, or people say that it is slow. --apply can set the table's capacity on demand, and give the server more memory or time.",
  steps: walks["slow-api"],
  examples: ["diagnose slow-api --apply --stage production"],
})

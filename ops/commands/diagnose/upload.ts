import { diagnosis } from "../../diagnose/diagnosis"
import { walks } from "../../diagnose/walks"

export default diagnosis({
  name: "upload",
  summary: "walks through why uploads fail: storage, permissions, files, sizes, CORS, clocks, processing",
  details:
    "When people cannot post photos, or photos stay in processing. --apply can give image-processing more memory or time.",
  steps: walks.upload,
  examples: ["diagnose upload --apply --stage production"],
})

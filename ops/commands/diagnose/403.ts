import { diagnosis } from "../../diagnose/diagnosis"
import { walks } from "../../diagnose/walks"

export default diagnosis({
  name: "403",
  summary: "walks through why people are refused: tokens, sessions, Origin, the CDN's secret, links, clocks",
  details: "Also for 401. --of takes the signed link of a photo that was refused.",
  steps: walks["403"],
  examples: ["diagnose 403 --of 'https://…?X-Amz-Date=…' --stage production"],
})

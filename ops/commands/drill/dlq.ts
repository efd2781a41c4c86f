import { linkBuckets } from "../../buckets"
import { command } from "../../command"
import { deadLetterDrill } from "../../drill/dead-letter"
import { proved } from "../../drill/proved"
import { lengthOf } from "../../logs/period"

export default command({
  summary: "sends a message that is refused for a while through every try to the dead letters, and back",
  details:
    "An object that is no photo arrives in storage; its function refuses it until its time has come. It must be kept as a\ndead letter, be listed, be sent again, and be gone. On AWS Lambda tries over about four minutes, and the alarms of\ndead letters and of failed photos ring: they are part of it. It proves the way of photos; the stream's has its own tests.\nThe local stage must be running.",
  examples: ["drill dlq", "drill dlq --stage staging --refused-for 15m"],
  args: {
    "refused-for": {
      type: "string",
      valueHint: "length",
      description: "how long the fault lasts; 15s on a laptop, else 10m",
    },
  },
  changes: () => "let a message of its own fail until it is a dead letter, and send it again",
  async run({ args, stage, say }) {
    await linkBuckets(stage)
    const refusedFor = lengthOf(args["refused-for"] ?? (stage.isLocal ? "15s" : "10m"))
    const checks = await deadLetterDrill(stage, {
      refusedFor,
      patience: refusedFor,
      pollEvery: stage.isLocal ? 500 : 10_000,
      say,
    })
    return proved(stage, "dlq", checks, "What fails is kept, shown, and goes through once its cause is gone.")
  },
})

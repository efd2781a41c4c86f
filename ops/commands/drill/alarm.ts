import { alarmOf } from "../../alarms/alarms"
import { ring, ringing } from "../../alarms/ring"
import { command } from "../../command"
import { proved } from "../../drill/proved"
import { numberOf } from "../../number"
import { who } from "../../who"

export default command({
  summary: "makes an alarm ring as if it were real, and looks in its history whether the message went out",
  details:
    "Whoever the alarm tells is told, with the words that it is a test: ask them whether it arrived. Alarms are of AWS:\na laptop has none.",
  examples: ["drill alarm --stage staging", "drill alarm ImageProcessing-DeadLetters --stage production"],
  args: {
    name: {
      type: "positional",
      required: false,
      default: "API-HighErrorRate",
      description: "what `alarms list` said",
    },
    seconds: { type: "string", default: "60", description: "how long to look for the message" },
  },
  changes: ({ args, stage }) => ringing(stage, args.name),
  async run({ args, stage, say }) {
    const alarm = await alarmOf(stage, args.name)
    say(`${alarm.name} rings; looking for what it sent …`)
    const { sent, ok } = await ring(stage, alarm, await who(stage), numberOf("seconds", args.seconds, 0))
    await stage.link()
    const found = sent.length > 0 ? sent.join("; ") : "nothing was sent"
    return proved(stage, "alarm", [{ name: alarm.name, ok, found }], "It rings, and tells.")
  },
})

import { Drill } from "../../../core/drill"
import { alarmOf } from "../../alarms/alarms"
import { ring, ringing } from "../../alarms/ring"
import { command } from "../../command"
import { numberOf } from "../../number"
import { facts } from "../../output"
import { who } from "../../who"

export default command({
  summary: "makes an alarm ring as if it were real, and looks whether it told anybody",
  details:
    "Whoever the alarm tells is told, with the words that it is a test. CloudWatch puts the state right when it looks next.\nExit code 1 when nothing was sent. What was proved is noted: `health` shows when.",
  examples: ["alarms test API-HighErrorRate --stage production"],
  args: {
    name: { type: "positional", required: true, description: "what `alarms list` said" },
    seconds: { type: "string", default: "60", description: "how long to look for the message" },
  },
  changes: ({ args, stage }) => ringing(stage, args.name),
  async run({ args, stage, say }) {
    const alarm = await alarmOf(stage, args.name)
    const by = await who(stage)
    say(`${alarm.name} rings; looking for what it sent …`)
    const { sent, ok } = await ring(stage, alarm, by, numberOf("seconds", args.seconds, 0))
    const found = sent.length > 0 ? sent.join("; ") : "nothing was sent"
    await stage.link()
    await Drill.record(
      { kind: "system" },
      { kind: "alarm", by, ok, proof: [{ name: alarm.name, ok, found }] },
    )
    const data = { alarm: alarm.name, sent }
    return { data, text: facts({ alarm: alarm.name, sent: found }), ok }
  },
})

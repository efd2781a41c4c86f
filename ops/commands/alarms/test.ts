import { setTimeout as sleep } from "node:timers/promises"
import {
  CloudWatchClient,
  DescribeAlarmHistoryCommand,
  SetAlarmStateCommand,
} from "@aws-sdk/client-cloudwatch"
import { Drill } from "../../../core/drill"
import { type Alarm, alarmOf } from "../../alarms/alarms"
import { command } from "../../command"
import { numberOf } from "../../number"
import { facts } from "../../output"
import { OpsProblem } from "../../problem"
import type { Stage } from "../../stage"
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
  async changes({ args, stage }) {
    const { name, silenced } = await alarmOf(stage, args.name)
    if (silenced)
      throw new OpsProblem(
        `${name} is silenced: it would tell nobody.`,
        "npm run ops -- alarms silence --end …",
      )
    return `ring ${name} and tell everybody whom it tells`
  },
  async run({ args, stage, say }) {
    const alarm = await alarmOf(stage, args.name)
    const by = await who(stage)
    const since = new Date(Date.now() - 1000)
    const client = stage.client(CloudWatchClient, alarm.region)
    const StateReason = `A test by ${by}: nothing is wrong.`
    await client.send(new SetAlarmStateCommand({ AlarmName: alarm.name, StateValue: "ALARM", StateReason }))
    say(`${alarm.name} rings; looking for what it sent …`)
    const sent = await messagesOf(stage, alarm, since, numberOf("seconds", args.seconds, 0))
    const ok = sent.length > 0 && sent.every((line) => /success/i.test(line))
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

/** What the alarm's history says that was sent, looked for until something was, or for so many seconds. */
async function messagesOf(
  stage: Stage,
  { name, region }: Alarm,
  StartDate: Date,
  seconds: number,
): Promise<string[]> {
  const client = stage.client(CloudWatchClient, region)
  for (const end = Date.now() + seconds * 1000; ; ) {
    const { AlarmHistoryItems = [] } = await client.send(
      new DescribeAlarmHistoryCommand({ AlarmName: name, HistoryItemType: "Action", StartDate }),
    )
    const found = AlarmHistoryItems.flatMap(({ HistorySummary }) => HistorySummary ?? [])
    if (found.length > 0 || Date.now() >= end) return found
    await sleep(5000)
  }
}

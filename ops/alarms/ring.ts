import { setTimeout as sleep } from "node:timers/promises"
import {
  CloudWatchClient,
  DescribeAlarmHistoryCommand,
  SetAlarmStateCommand,
} from "@aws-sdk/client-cloudwatch"
import { OpsProblem } from "../problem"
import type { Stage } from "../stage"
import { type Alarm, alarmOf } from "./alarms"

/**
 * @returns what ringing an alarm of this name does, to be agreed to
 * @throws OpsProblem when it is silenced, or there is none
 */
export async function ringing(stage: Stage, called: string): Promise<string> {
  const { name, silenced } = await alarmOf(stage, called)
  if (silenced)
    throw new OpsProblem(
      `${name} is silenced: it would tell nobody.`,
      "npm run ops -- alarms silence --end …",
    )
  return `ring ${name} and tell everybody whom it tells`
}

/**
 * Makes an alarm ring as if it were real; CloudWatch puts the state right when it looks next.
 * @param by who does it, for the words that everybody reads whom the alarm tells
 * @param seconds how long to look for what was sent
 * @returns what the alarm's history says that was sent, and whether something was and all of it arrived
 */
export async function ring(
  stage: Stage,
  { name, region }: Alarm,
  by: string,
  seconds: number,
): Promise<{ sent: string[]; ok: boolean }> {
  const client = stage.client(CloudWatchClient, region)
  const StartDate = new Date(Date.now() - 1000)
  const StateReason = `A test by ${by}: nothing is wrong.`
  await client.send(new SetAlarmStateCommand({ AlarmName: name, StateValue: "ALARM", StateReason }))
  for (const end = Date.now() + seconds * 1000; ; ) {
    const { AlarmHistoryItems = [] } = await client.send(
      new DescribeAlarmHistoryCommand({ AlarmName: name, HistoryItemType: "Action", StartDate }),
    )
    const sent = AlarmHistoryItems.flatMap(({ HistorySummary }) => HistorySummary ?? [])
    if (sent.length > 0 || Date.now() >= end)
      return { sent, ok: sent.length > 0 && sent.every((line) => /success/i.test(line)) }
    await sleep(5000)
  }
}

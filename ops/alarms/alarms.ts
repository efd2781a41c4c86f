import {
  CloudWatchClient,
  type CompositeAlarm,
  DescribeAlarmsCommand,
  type MetricAlarm,
} from "@aws-sdk/client-cloudwatch"
import { exit, OpsProblem } from "../problem"
import { global, named, type Stage } from "../stage"

export type Alarm = {
  name: string
  region: string
  state: "OK" | "ALARM" | "INSUFFICIENT_DATA"
  since: string | undefined
  why: string | undefined
  /** Whether it tells somebody when it rings. */
  silenced: boolean
  /** `page` or `ticket`. */
  urgency: string | undefined
  means: string
  /** The section of the runbook. */
  runbook: string | undefined
}

/**
 * The stage's alarms that tell somebody, in its region and in the CDN's, those that ring first. An alarm is of the stage
 * whose topic it writes to: other stages of the account have the same names.
 */
export async function alarmsOf(stage: Stage): Promise<Alarm[]> {
  const regions = [...new Set([stage.region, global])]
  const found = await Promise.all(regions.map((region) => alarmsIn(stage, region)))
  return found.flat().sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}

/** The alarm of a name, with or without the stage's suffix. @throws OpsProblem when there is none */
export async function alarmOf(stage: Stage, name: string): Promise<Alarm> {
  const alarms = await alarmsOf(stage)
  const found = alarms.find((alarm) => alarm.name === name || alarm.name === `${name}-${stage.name}`)
  if (found) return found
  throw new OpsProblem(
    `Stage ${stage.name} has no alarm ${name}.`,
    `npm run ops -- alarms list --stage ${stage.name}`,
    exit.nothing,
  )
}

const rank = ({ state }: Alarm) => ["ALARM", "INSUFFICIENT_DATA", "OK"].indexOf(state)

async function alarmsIn(stage: Stage, region: string): Promise<Alarm[]> {
  const client = stage.client(CloudWatchClient, region)
  const topics = ["alerts", "global-alerts"].map((topic) => `:${named(stage.name, topic)}`)
  const alarms: Alarm[] = []
  let NextToken: string | undefined
  do {
    const page = await client.send(
      new DescribeAlarmsCommand({ AlarmTypes: ["MetricAlarm", "CompositeAlarm"], NextToken }),
    )
    const both: (MetricAlarm | CompositeAlarm)[] = [
      ...(page.MetricAlarms ?? []),
      ...(page.CompositeAlarms ?? []),
    ]
    const ours = both.filter(({ AlarmActions = [] }) =>
      AlarmActions.some((action) => topics.some((topic) => action.endsWith(topic))),
    )
    alarms.push(...ours.map((alarm) => view(alarm, region)))
    NextToken = page.NextToken
  } while (NextToken)
  return alarms
}

function view(alarm: MetricAlarm | CompositeAlarm, region: string): Alarm {
  const { AlarmName = "", AlarmDescription = "", StateValue, StateReason, ActionsEnabled } = alarm
  const [, urgency, means, runbook] = /^\[(\w+)\] (.*?)(?: (\S+#\S+))?$/s.exec(AlarmDescription) ?? []
  return {
    name: AlarmName,
    region,
    state: StateValue ?? "INSUFFICIENT_DATA",
    since: alarm.StateUpdatedTimestamp?.toISOString(),
    why: StateReason,
    silenced: ActionsEnabled === false,
    urgency,
    means: means ?? AlarmDescription,
    runbook,
  }
}

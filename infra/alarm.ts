import type { Series } from "./metrics"
import { anchorOf, type Section, sections } from "./runbook"
import { global, perStage, settings } from "./stage"
import { alerts, globalAlerts } from "./topics"

/** A share, in percent, that counts only where the whole is large enough to speak of one. */
type Share = { share: Series; of: Series; atLeast: number }
type Sum = { sum: Series[] }

export type Alarm = {
  /** Bare in production, with the stage behind it elsewhere. */
  name: string
  /** What it means, in a sentence that makes sense at night. */
  means: string
  section: Section
  watch: Series | Share | Sum
  above?: number
  below?: number
  /** Length of a period in minutes, and in how many in a row it must hold. */
  minutes: number
  times?: number
  /** Whether somebody is woken, or finds it in the morning. */
  urgency: "page" | "ticket"
  /** Silence is no good news of what should always be counted. */
  silenceIsBad?: boolean
  /** A part of another alarm tells nobody by itself. */
  partOf?: boolean
  /** Of the CDN: in us-east-1. */
  global?: boolean
}

/** Every alarm of the stage, by its name. */
export const alarms: Record<string, aws.cloudwatch.MetricAlarm> = {}

/** Makes an alarm whose description leads to its section of the runbook. */
export function alarm(wanted: Alarm): aws.cloudwatch.MetricAlarm {
  const { name, minutes, times = 1, above, below, silenceIsBad, partOf, watch } = wanted
  const tell = partOf ? [] : [(wanted.global ? globalAlerts : alerts).arn]
  const made = new aws.cloudwatch.MetricAlarm(name, {
    name: perStage(name),
    alarmDescription: description(wanted),
    metricQueries: queries(watch, minutes * 60),
    comparisonOperator: below === undefined ? "GreaterThanThreshold" : "LessThanThreshold",
    threshold: below ?? above ?? 0,
    evaluationPeriods: times,
    datapointsToAlarm: times,
    treatMissingData: silenceIsBad ? "breaching" : "notBreaching",
    alarmActions: tell,
    okActions: tell,
    region: wanted.global ? global : undefined,
  })
  alarms[name] = made
  return made
}

const description = ({ means, section, urgency }: Pick<Alarm, "means" | "section" | "urgency">) =>
  `[${urgency}] ${means} ${settings.runbook}#${anchorOf(sections[section])}`

/** Rings when all of its parts do. */
export function together(
  wanted: Pick<Alarm, "name" | "means" | "section" | "urgency">,
  parts: aws.cloudwatch.MetricAlarm[],
) {
  return new aws.cloudwatch.CompositeAlarm(wanted.name, {
    alarmName: perStage(wanted.name),
    alarmDescription: description(wanted),
    alarmRule: $util
      .all(parts.map((part) => part.name))
      .apply((names) => names.map((name) => `ALARM("${name}")`).join(" AND ")),
    alarmActions: [alerts.arn],
    okActions: [alerts.arn],
  })
}

function queries(watch: Alarm["watch"], period: number) {
  if ("share" in watch) {
    const { share, of, atLeast } = watch
    const expression = `IF(whole >= ${atLeast}, 100 * FILL(part, 0) / whole, 0)`
    return [query("part", share, period), query("whole", of, period), result(expression)]
  }
  if ("sum" in watch) {
    return [...watch.sum.map((series, at) => query(`m${at}`, series, period)), result("SUM(METRICS())")]
  }
  return [{ ...query("it", watch, period), returnData: true }]
}

const query = (id: string, { namespace, metric, stat, dimensions }: Series, period: number) => ({
  id,
  metric: { namespace, metricName: metric, stat, period, dimensions },
  returnData: false,
})
const result = (expression: string) => ({ id: "result", expression, label: "result", returnData: true })

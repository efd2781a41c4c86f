import { readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { anchorOf, sections } from "../runbook"
import { unknown } from "./cloudwatch-metrics"
import type { Graph, Made } from "./graph"
import { root } from "./platform"
import { evaluatedStages, kinds } from "./stages"

const stages = evaluatedStages()
type Query = {
  id: string
  expression?: string
  returnData: boolean
  metric?: {
    namespace: string
    metricName: string
    stat: string
    period: number
    dimensions?: Record<string, string>
  }
}
const alarmsOf = (graph: Graph) => graph.all("cloudwatch/metricAlarm:MetricAlarm")
const queriesOf = ({ inputs }: Made) => inputs.metricQueries as Query[]

/** What every dimension of a metric has to name for there to be values. */
function namesOf(graph: Graph): Record<string, Set<string>> {
  const named = (type: string, field = "name") =>
    new Set<string>(graph.all(type).map(({ inputs }) => inputs[field]))
  return {
    FunctionName: named("aws:lambda/function:Function"),
    QueueName: named("aws:sqs/queue:Queue"),
    TableName: named("aws:dynamodb/table:Table"),
    GlobalSecondaryIndexName: new Set(["gsi1", "gsi2", "gsi3"]),
    Operation: new Set(
      "GetItem BatchGetItem Query PutItem UpdateItem DeleteItem BatchWriteItem TransactWriteItems".split(" "),
    ),
    DistributionId: new Set([String(graph.outputs.distribution)]),
    Region: new Set(["Global"]),
    WebACL: named("aws:wafv2/webAcl:WebAcl"),
    Rule: new Set(["ALL"]),
    ApiId: new Set(["ApiApiid"]),
    service: new Set([`${graph.app.name}-${graph.app.stage}`]),
  }
}

function faultOf(graph: Graph, namespace: string, metric: string, dimensions: Record<string, string> = {}) {
  const names = namesOf(graph)
  const nobody = Object.entries(dimensions).find(([dimension, value]) => !names[dimension]?.has(value))
  return (
    unknown(namespace, metric, Object.keys(dimensions)) ??
    (nobody && `${metric}: no ${nobody[0]} ${nobody[1]}`)
  )
}

describe.each(kinds)("%s", (kind) => {
  const graph = stages[kind]
  const alarms = alarmsOf(graph)

  it("watches metrics that exist, of things that exist", () => {
    const metrics = alarms.flatMap((alarm) =>
      queriesOf(alarm).flatMap(({ metric }) => (metric ? [{ alarm: alarm.inputs.name, ...metric }] : [])),
    )
    expect(metrics.length).toBeGreaterThan(40)
    const faults = metrics.flatMap(({ alarm, namespace, metricName, dimensions }) => {
      const fault = faultOf(graph, namespace, metricName, dimensions)
      return fault ? [`${alarm}: ${fault}`] : []
    })
    expect(faults).toEqual([])
  })

  it("answers each alarm with one value, over windows that CloudWatch takes", () => {
    for (const alarm of alarms) {
      const { name, evaluationPeriods, datapointsToAlarm, treatMissingData } = alarm.inputs
      const queries = queriesOf(alarm)
      expect(
        queries.filter(({ returnData }) => returnData),
        name,
      ).toHaveLength(1)
      const periods = [...new Set(queries.flatMap(({ metric }) => (metric ? [metric.period] : [])))]
      expect(periods, name).toHaveLength(1)
      const [period = 0] = periods
      expect(period % 60, name).toBe(0)
      // A day; a week where a period is an hour or more.
      expect(period * evaluationPeriods, name).toBeLessThanOrEqual(period >= 3600 ? 7 * 86_400 : 86_400)
      expect(datapointsToAlarm, name).toBeLessThanOrEqual(evaluationPeriods)
      expect(["notBreaching", "breaching"]).toContain(treatMissingData)
    }
  })

  it("leads from each alarm to its section of the runbook, and tells somebody", () => {
    const anchors = new Set(Object.values(sections).map(anchorOf))
    const composites = graph.all("cloudwatch/compositeAlarm:CompositeAlarm")
    const parts = composites.map(({ inputs }) => inputs.alarmRule).join()
    for (const { inputs } of [...alarms, ...composites]) {
      const called: string = inputs.name ?? inputs.alarmName
      const [, urgency, anchor = ""] =
        /^\[(page|ticket)\] .+\. docs\/operations\.md#(.+)$/.exec(inputs.alarmDescription) ?? []
      expect(urgency, called).toBeDefined()
      expect(anchors, called).toContain(anchor)
      const isPart = parts.includes(`"${called}"`)
      const where = inputs.region === "us-east-1" ? "us-east-1" : "ap-northeast-1"
      expect(inputs.alarmActions, called).toEqual(isPart ? [] : [expect.stringContaining(`:sns:${where}:`)])
      expect(inputs.okActions, called).toEqual(inputs.alarmActions)
    }
  })

  it("is told in the region where the metric is", () => {
    for (const { inputs, ...alarm } of alarms) {
      const global = queriesOf({ inputs, ...alarm }).some(({ metric }) =>
        /CloudFront|WAFV2/.test(metric?.namespace ?? ""),
      )
      expect(inputs.region ?? "ap-northeast-1", inputs.name).toBe(global ? "us-east-1" : "ap-northeast-1")
    }
  })

  it("has names of its own, and the runbook's in production", () => {
    const names = alarms.map(({ inputs }) => inputs.name as string)
    expect(new Set(names).size).toBe(names.length)
    const suffix = kind === "production" ? "" : `-${kind}`
    expect(names).toEqual(expect.arrayContaining([`API-HighErrorRate${suffix}`, `API-HighLatency${suffix}`]))
    expect(names.every((name) => name.endsWith(suffix))).toBe(true)
  })

  it("watches every function, every dead letter and every index", () => {
    const watched = JSON.stringify(alarms.map(queriesOf))
    const things = [
      ...graph.lambdas().map(({ inputs }) => inputs.name),
      ...graph.all("sqs/queue:Queue").map(({ inputs }) => inputs.name),
      ...["gsi1", "gsi2", "gsi3"],
    ].filter((name) => !name.endsWith("unused-image-optimizer"))
    for (const name of things) expect(watched).toContain(`"${name}"`)
  })

  it("shows metrics that exist, a row for each journey", () => {
    const { dashboardName, dashboardBody } = graph.one("cloudwatch/dashboard:Dashboard", "Dashboard").inputs
    expect(dashboardName).toBe(`PhotoSharingApp-${kind.charAt(0).toUpperCase()}${kind.slice(1)}`)
    const { widgets } = JSON.parse(dashboardBody)
    const headings = widgets.filter(({ type }: { type: string }) => type === "text")
    expect(
      headings.map(({ properties }: { properties: { markdown: string } }) => properties.markdown),
    ).toEqual(["## Sign in", "## Upload", "## Process", "## Feed", "## Share"])
    const shown = widgets.flatMap(
      ({ properties }: { properties: { metrics?: unknown[][] } }) => properties.metrics ?? [],
    )
    expect(shown.length).toBeGreaterThan(25)
    const faults = shown.map(([namespace, metric, ...rest]: string[]) => {
      const pairs = rest.slice(0, -1)
      const dimensions = Object.fromEntries(
        pairs.flatMap((name, at) => (at % 2 ? [] : [[name, pairs[at + 1] ?? ""]])),
      )
      return faultOf(graph, namespace ?? "", metric ?? "", dimensions)
    })
    expect(faults.filter(Boolean)).toEqual([])
  })
})

describe("the runbook's own alarms", () => {
  const alarm = (name: string) => stages.production.one("cloudwatch/metricAlarm:MetricAlarm", name)
  it("errors: more than 5 % of the answers, twice five minutes", () => {
    expect(alarm("API-HighErrorRate").inputs).toMatchObject({
      threshold: 5,
      evaluationPeriods: 2,
      comparisonOperator: "GreaterThanThreshold",
    })
    const [errors, count, rate] = queriesOf(alarm("API-HighErrorRate"))
    expect([errors?.metric, count?.metric]).toMatchObject([
      { metricName: "5xx", stat: "Sum", period: 300 },
      { metricName: "Count", stat: "Sum", period: 300 },
    ])
    expect(rate?.expression).toMatch(/100 \* FILL\(part, 0\) \/ whole/)
  })

  it("latency: more than two seconds on average, three times five minutes", () => {
    expect(alarm("API-HighLatency").inputs).toMatchObject({ threshold: 2000, evaluationPeriods: 3 })
    expect(queriesOf(alarm("API-HighLatency"))[0]?.metric).toMatchObject({
      metricName: "Latency",
      stat: "Average",
      period: 300,
    })
  })

  it("error budget: pages when a long and a short window burn at 14.4 and at 6 times the rate of 0.1 %", () => {
    const burns = [
      ["SLO-FastBurn", 60, 5, 1.44],
      ["SLO-MediumBurn", 360, 30, 0.6],
    ] as const
    for (const [name, long, short, percent] of burns) {
      const parts = [long, short].map((minutes) => alarm(`${name}-${minutes}min`))
      for (const [at, part] of parts.entries()) {
        expect(part.inputs.threshold).toBeCloseTo(percent)
        expect(queriesOf(part)[0]?.metric?.period).toBe(
          [long, short][at] === undefined ? 0 : 60 * Number([long, short][at]),
        )
      }
      const { alarmRule } = stages.production.one("cloudwatch/compositeAlarm:CompositeAlarm", name).inputs
      expect(alarmRule).toBe(parts.map(({ inputs }) => `ALARM("${inputs.name}")`).join(" AND "))
    }
    expect(queriesOf(alarm("SLO-SlowBurn"))[0]?.metric?.period).toBe(86_400)
  })

  it("every rate divides", () => {
    const rates = alarmsOf(stages.production).filter(
      ({ inputs }) => / %/.test(inputs.alarmDescription) && !/CDN|80 %/.test(inputs.alarmDescription),
    )
    expect(rates.length).toBeGreaterThan(5)
    for (const rate of rates) expect(queriesOf(rate).at(-1)?.expression, rate.name).toContain(" / whole")
  })
})

it("counts the lines of the code that speak of late invalidations", () => {
  const code = readFileSync(path.join(root, "core/cdn/cdn.ts"), "utf8")
  const filters = stages.production.all("cloudwatch/logMetricFilter:LogMetricFilter")
  expect(filters.map(({ inputs }) => inputs.logGroupName).sort()).toEqual([
    "/aws/lambda/photo-sharing-app-production-every-minute",
    "/aws/lambda/photo-sharing-app-production-table-changed",
  ])
  for (const { inputs } of filters) {
    const lines = [...inputs.pattern.matchAll(/\$\.message = "([^"]+)"/g)].map(([, line]) => line)
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(code).toContain(`"${line}"`)
    expect(inputs.metricTransformation).toMatchObject({
      namespace: "PhotoSharingApp",
      name: "InvalidationsLate",
    })
  }
})

it("every section is in the runbook", () => {
  const headings = readFileSync(path.join(root, "docs/operations.md"), "utf8").match(/(?<=^#+ ).+$/gm) ?? []
  for (const heading of Object.values(sections)) expect(headings).toContain(heading)
})

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import {
  CloudWatchClient,
  DescribeAlarmsCommand,
  PutDashboardCommand,
  PutMetricAlarmCommand,
  SetAlarmStateCommand,
} from "@aws-sdk/client-cloudwatch"
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { beforeEach, describe, expect, it, onTestFinished } from "vitest"
import { Drill } from "../../core/drill"
import { tableShape } from "../../core/table/shape"
import { beside } from "../../testing/aws/beside"
import { ops } from "../testing/ops"

const stage = ["--stage", "staging"]
const here = new CloudWatchClient({})
const cdn = new CloudWatchClient({ region: "us-east-1" })

const alarm = (client: CloudWatchClient, AlarmName: string, topic: string, ActionsEnabled = true) =>
  client.send(
    new PutMetricAlarmCommand({
      AlarmName,
      ActionsEnabled,
      AlarmDescription:
        "[page] The API answers with errors. https://example.com/runbook#the-api-answers-with-errors",
      AlarmActions: [`arn:aws:sns:ap-northeast-1:123456789012:photo-sharing-app-${topic}`],
      MetricName: "5xx",
      Namespace: "AWS/ApiGateway",
      Statistic: "Sum",
      Period: 300,
      EvaluationPeriods: 2,
      Threshold: 5,
      ComparisonOperator: "GreaterThanThreshold",
    }),
  )
const ring = (AlarmName: string, StateValue: "ALARM" | "OK") =>
  here.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason: "so" }))
const found = async (name: string) =>
  (await here.send(new DescribeAlarmsCommand({ AlarmNames: [name] }))).MetricAlarms?.[0]

beforeEach(async () => {
  await alarm(here, "API-HighErrorRate-staging", "staging-alerts")
  await alarm(cdn, "CDN-Errors-staging", "staging-global-alerts")
  await alarm(here, "API-HighErrorRate", "production-alerts")
  await ring("API-HighErrorRate-staging", "OK")
})

describe("the alarms of a stage (rows 20 and 21)", () => {
  it("are listed from both regions, with what they mean and where the runbook says so; other stages' are not", async () => {
    const { code, out } = await ops("alarms", "list", ...stage, "--json")
    expect(code).toBe(0)
    const alarms = JSON.parse(out)
    expect(alarms.map(({ name, region }: { name: string; region: string }) => [name, region]).sort()).toEqual(
      [
        ["API-HighErrorRate-staging", "ap-northeast-1"],
        ["CDN-Errors-staging", "us-east-1"],
      ],
    )
    expect(alarms).toContainEqual(
      expect.objectContaining({
        name: "API-HighErrorRate-staging",
        urgency: "page",
        means: "The API answers with errors.",
        runbook: "https://example.com/runbook#the-api-answers-with-errors",
        silenced: false,
      }),
    )
    await ring("API-HighErrorRate-staging", "ALARM")
    const ringing = await ops("alarms", "list", "--ringing", ...stage)
    expect([ringing.code, ringing.out]).toEqual([
      1,
      expect.stringMatching(/FAIL.*API-HighErrorRate-staging.*#the-api/),
    ])
    expect(ringing.out).not.toContain("CDN-Errors")
  })

  it("are silenced, and speak again, by the name of the runbook, after a question", async () => {
    const silence = ["alarms", "silence", "API-HighErrorRate", ...stage]
    expect(await ops(...silence)).toMatchObject({
      code: 2,
      errors: expect.stringContaining("API-HighErrorRate-staging"),
    })
    const asked = await beside("CLOUDWATCH", {
      DisableAlarmActions: {},
      EnableAlarmActions: {},
    })
    expect(await ops(...silence, "--yes")).toMatchObject({ code: 0 })
    expect(await ops("alarms", "silence", "--end", "--all", ...stage, "--yes")).toMatchObject({ code: 0 })
    expect(asked).toEqual([
      { operation: "DisableAlarmActions", AlarmNames: ["API-HighErrorRate-staging"] },
      { operation: "EnableAlarmActions", AlarmNames: ["API-HighErrorRate-staging"] },
      { operation: "EnableAlarmActions", AlarmNames: ["CDN-Errors-staging"] },
    ])
    expect(await ops("alarms", "silence", ...stage, "--yes")).toMatchObject({ code: 2 })
    expect(await ops("alarms", "silence", "None", ...stage, "--yes")).toMatchObject({ code: 4 })
  })

  it("that are silenced are shown as such, and cannot be tested", async () => {
    await alarm(here, "API-HighErrorRate-staging", "staging-alerts", false)
    const { out } = await ops("alarms", "list", ...stage)
    expect(out).toMatch(/API-HighErrorRate-staging.*silenced/)
    expect(await ops("alarms", "test", "API-HighErrorRate", ...stage, "--yes")).toMatchObject({
      code: 2,
      errors: expect.stringContaining("is silenced"),
    })
  })

  it.each([
    ["Successfully executed action arn:aws:sns:ap-northeast-1:123456789012:t", 0],
    ["Failed to execute action arn:aws:sns:ap-northeast-1:123456789012:t", 1],
    [undefined, 1],
  ])(
    "ring for a test with words that say so; proved when the message was sent: %s",
    async (HistorySummary, code) => {
      await new DynamoDBClient({}).send(new CreateTableCommand(tableShape("photo-sharing-app-staging-table")))
      const AlarmHistoryItems = HistorySummary ? [{ HistoryItemType: "Action", HistorySummary }] : []
      await beside("CLOUDWATCH", { DescribeAlarmHistory: { AlarmHistoryItems } })
      const rung = await ops("alarms", "test", "API-HighErrorRate", ...stage, "--seconds", "0", "--yes")
      expect(rung).toMatchObject({ code })
      expect(await found("API-HighErrorRate-staging")).toMatchObject({
        StateValue: "ALARM",
        StateReason: expect.stringMatching(/^A test by arn:aws:sts.*nothing is wrong/),
      })
      expect(await Drill.list("alarm")).toMatchObject([
        { ok: code === 0, proof: [{ name: "API-HighErrorRate-staging" }] },
      ])
    },
  )
})

describe("the dashboard (row 22)", () => {
  it("goes to a file and back", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "dashboard-"))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = path.join(folder, "dashboard-config.json")
    expect(await ops("dashboard", "export", file, ...stage)).toMatchObject({ code: 4 })
    const widgets = [
      { type: "text", x: 0, y: 0, width: 24, height: 1, properties: { markdown: "## Upload" } },
    ]
    const DashboardBody = JSON.stringify({ widgets })
    await here.send(new PutDashboardCommand({ DashboardName: "PhotoSharingApp-Staging", DashboardBody }))
    expect(await ops("dashboard", "export", file, ...stage)).toMatchObject({ code: 0 })
    const body = JSON.parse(await readFile(file, "utf8"))
    expect(body).toEqual({ widgets })

    body.widgets[0].properties.markdown = "## Something else"
    await writeFile(file, JSON.stringify(body))
    expect(await ops("dashboard", "put", file, ...stage, "--dry-run")).toMatchObject({ code: 0 })
    expect(await ops("dashboard", "put", file, ...stage, "--yes")).toMatchObject({ code: 0 })
    await ops("dashboard", "export", file, ...stage)
    expect(await readFile(file, "utf8")).toContain("Something else")
    expect(await ops("dashboard", "open", ...stage)).toMatchObject({
      code: 0,
      out: expect.stringContaining("ap-northeast-1#dashboards/dashboard/PhotoSharingApp-Staging"),
    })
    await writeFile(file, "{}")
    expect(await ops("dashboard", "put", file, ...stage, "--yes")).toMatchObject({ code: 2 })
  })
})

import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs"
import { describe, expect, it } from "vitest"
import { ops } from "../testing/ops"

const stage = ["--stage", "staging"]
const groups = {
  api: "/aws/lambda/photo-sharing-app-staging-api",
  "image-processing": "/aws/lambda/photo-sharing-app-staging-image-processing",
  stream: "/aws/lambda/photo-sharing-app-staging-table-changed",
  access: "/aws/apigateway/photo-sharing-app-staging",
  waf: "aws-waf-logs-photo-sharing-app-staging",
} as const

/** Writes events into the group of a log, as its service does; the firewall's is in us-east-1. */
async function given(name: keyof typeof groups, events: { ago: number; message: string }[]) {
  const client = new CloudWatchLogsClient(name === "waf" ? { region: "us-east-1" } : {})
  const logGroupName = groups[name]
  await client.send(new CreateLogGroupCommand({ logGroupName })).catch(() => {})
  const logStreamName = crypto.randomUUID()
  await client.send(new CreateLogStreamCommand({ logGroupName, logStreamName }))
  const logEvents = events.map(({ ago, message }) => ({ timestamp: Date.now() - ago * 1000, message }))
  await client.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents }))
}
const line = (message: string, level = "INFO") => JSON.stringify({ level, message })

describe("logs on AWS", () => {
  it.each(Object.keys(groups) as (keyof typeof groups)[])(
    "of %s are searched in their own group",
    async (name) => {
      await given(name, [
        { ago: 7200, message: line("too old") },
        { ago: 60, message: line(`of ${name}`) },
      ])
      const { code, out } = await ops("logs", name, ...stage, "--json")
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject({
        log: groups[name],
        events: [{ message: { message: `of ${name}` } }],
        more: false,
      })
    },
  )

  it("are searched page by page, through a pattern, and up to a limit", async () => {
    const many = Array.from({ length: 120 }, (_, i) => ({ ago: 600 - i, message: line(`event ${i}`) }))
    await given("api", [...many, { ago: 1, message: line("broken", "ERROR") }])
    const found = async (...words: string[]) => {
      const { out } = await ops("logs", "api", ...stage, ...words, "--json")
      return JSON.parse(out) as { events: { message: { message: string } }[]; more: boolean }
    }
    expect((await found()).events).toHaveLength(121)
    expect(await found("--filter", "ERROR")).toMatchObject({ events: [{ message: { message: "broken" } }] })
    expect(await found("--limit", "5")).toMatchObject({ events: { length: 5 }, more: true })
    expect((await found("--since", "595s", "--until", "590s")).events.length).toBeLessThan(10)
  })

  it("are followed, each event once", async () => {
    await given("api", [{ ago: 30, message: "before" }])
    const following = ops("logs", "api", ...stage, "--since", "1m", "--for", "5s", "--json")
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await given("api", [{ ago: 0, message: "meanwhile" }])
    const { code, out } = await following
    expect(code).toBe(0)
    expect(out.split("\n").map((text) => JSON.parse(text).message)).toEqual(["before", "meanwhile"])
  })

  it("that are not there are told", async () => {
    const { code, errors } = await ops("logs", "api", ...stage)
    expect(code).toBe(1)
    expect(errors).toContain(`There is no log group ${groups.api}.`)
  })
})

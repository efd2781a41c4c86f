import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs"
import { beforeEach, describe, expect, it } from "vitest"
import { ops } from "../testing/ops"

const stage = ["--stage", "production"]

async function given(region: string, logGroupName: string, events: object[]) {
  const client = new CloudWatchLogsClient({ region })
  await client.send(new CreateLogGroupCommand({ logGroupName }))
  await client.send(new CreateLogStreamCommand({ logGroupName, logStreamName: "s" }))
  const logEvents = events.map((event) => ({
    timestamp: Date.now() - 60_000,
    message: JSON.stringify(event),
  }))
  await client.send(new PutLogEventsCommand({ logGroupName, logStreamName: "s", logEvents }))
}

const request = {
  message: "request",
  method: "GET",
  path: "/api/posts",
  status: 404,
  duration: 9,
  request_id: "r",
}
const httpRequest = { clientIp: "192.0.2.7", country: "JP", httpMethod: "GET", uri: "/wp-login.php" }
const blocked = { action: "BLOCK", terminatingRuleId: "RateLimitPerIP", httpRequest }
const core = {
  ...blocked,
  terminatingRuleId: "AWSManagedRulesCommonRuleSet",
  ruleGroupList: [{ terminatingRule: null }, { terminatingRule: { ruleId: "NoUserAgent_HEADER" } }],
}

beforeEach(async () => {
  const many = Array.from({ length: 30 }, () => ({ ...request, sourceIp: "192.0.2.7" }))
  await given("ap-northeast-1", "/aws/lambda/photo-sharing-app-production-api", many)
  await given("ap-northeast-1", "/aws/apigateway/photo-sharing-app-production", [
    { status: 404, responseTime: 9 },
  ])
  await given("us-east-1", "aws-waf-logs-photo-sharing-app", [blocked, core])
})

describe("security on AWS", () => {
  it("finds an address that stands out, and fails then", async () => {
    const { code, out } = await ops("security", "suspicious", ...stage, "--json")
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      requests: 30,
      gateway: 1,
      addresses: [{ address: "192.0.2.7", why: ["mostly errors"] }],
      ok: false,
    })
  })

  it("tells what one address did, and what of it was blocked", async () => {
    const { code, out } = await ops("security", "ip", "192.0.2.7", ...stage, "--json")
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      requests: 30,
      blocked: 2,
      statuses: [{ value: "404", times: 30 }],
    })
    expect(await ops("security", "ip", "192.0.2.777", ...stage)).toMatchObject({ code: 2 })
  })

  it("tells what the firewall blocked, from its log in us-east-1", async () => {
    const { out } = await ops("security", "waf", ...stage, "--json")
    expect(JSON.parse(out)).toMatchObject({
      blocked: 2,
      rules: [
        { value: "AWSManagedRulesCommonRuleSet › NoUserAgent_HEADER", times: 1 },
        { value: "RateLimitPerIP", times: 1 },
      ],
      addresses: [{ value: "192.0.2.7", times: 2 }],
    })
    expect((await ops("security", "waf", ...stage)).out).toContain("GET /wp-login.php")
  })
})

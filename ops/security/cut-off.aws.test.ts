import { createHash } from "node:crypto"
import { gunzipSync } from "node:zlib"
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs"
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  S3Client,
} from "@aws-sdk/client-s3"
import { CreateIPSetCommand, WAFV2Client } from "@aws-sdk/client-wafv2"
import { beforeEach, expect, it } from "vitest"
import { Audit } from "../../core/audit"
import { Release } from "../../core/release"
import { tableShape } from "../../core/table/shape"
import { now } from "../../core/time"
import { openStage } from "../stage"
import { ops } from "../testing/ops"

const stage = ["--stage", "staging"]
const TableName = "photo-sharing-app-staging-table"
const Bucket = "photo-sharing-app-staging-evidence"
const s3 = new S3Client({ forcePathStyle: true })
const audited = async () =>
  (await Audit.ofDay(now().slice(0, 10))).map(({ what, detail }) => `${what}: ${detail}`)

beforeEach(async () => {
  await new DynamoDBClient({}).send(new CreateTableCommand(tableShape(TableName)))
  await (await openStage("staging")).link()
})

it("an address is cut off at the firewall, shown, and let in again, and each is noted", async () => {
  const waf = new WAFV2Client({ region: "us-east-1" })
  for (const version of ["IPV4", "IPV6"] as const)
    await waf.send(
      new CreateIPSetCommand({
        Name: `photo-sharing-app-staging-blocked-${version.toLowerCase()}`,
        Scope: "CLOUDFRONT",
        IPAddressVersion: version,
        Addresses: [],
      }),
    )
  const blocked = async () => JSON.parse((await ops("security", "blocked", ...stage, "--json")).out)
  await ops("security", "block", "192.0.2.1", ...stage, "--dry-run")
  expect(await blocked()).toEqual([])
  expect(await ops("security", "block", "192.0.2.1", "--why", "spraying", ...stage, "--yes")).toMatchObject({
    code: 0,
  })
  await ops("security", "block", "2001:DB8:0:0::1", ...stage, "--yes")
  await ops("security", "block", "192.0.2.1", ...stage, "--yes")
  expect(await blocked()).toEqual([
    { version: "IPV4", range: "192.0.2.1/32" },
    { version: "IPV6", range: "2001:db8::1/128" },
  ])
  expect(await ops("security", "unblock", "192.0.2.1/32", ...stage, "--yes")).toMatchObject({ code: 0 })
  expect(await ops("security", "unblock", "192.0.2.1", ...stage, "--yes")).toMatchObject({ code: 4 })
  expect(await blocked()).toEqual([{ version: "IPV6", range: "2001:db8::1/128" }])
  expect(await audited()).toEqual([
    "security block: block 192.0.2.1/32: spraying",
    "security block: block 2001:db8::1/128",
    "security unblock: let 192.0.2.1/32 in again",
  ])
})

it.each(["192.0.2", "192.0.2.1/33", "10.0.0.0/8", "fe80::1%eth0", "2001:db8::/16"])(
  "%s is not blocked",
  async (what) => {
    expect(await ops("security", "block", what, ...stage, "--yes")).toMatchObject({ code: 2 })
  },
)

async function givenLog() {
  const logs = new CloudWatchLogsClient({})
  const logGroupName = "/aws/lambda/photo-sharing-app-staging-api"
  await logs.send(new CreateLogGroupCommand({ logGroupName }))
  await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName: "s" }))
  const at = Date.now()
  const logEvents = [
    { timestamp: at - 7_200_000, message: "too early" },
    { timestamp: at - 60_000, message: '{"status":403}' },
  ]
  await logs.send(new PutLogEventsCommand({ logGroupName, logStreamName: "s", logEvents }))
}

it("logs are kept in the locked bucket, with hashes that fit, and nobody takes them away", async () => {
  await givenLog()
  const outputs = {
    stage: "staging",
    region: "ap-northeast-1",
    site: "https://a.example",
    api: "https://a.example",
  }
  const buckets = { table: TableName, originals: "o", media: "m", evidence: Bucket }
  await Release.record(
    { kind: "system" },
    { tag: "t1", commit: "a".repeat(40), by: "ada", outcome: "good", outputs: { ...outputs, ...buckets } },
  )
  await s3.send(
    new CreateBucketCommand({
      Bucket,
      ObjectLockEnabledForBucket: true,
      CreateBucketConfiguration: { LocationConstraint: "ap-northeast-1" },
    }),
  )
  const { code, out, errors } = await ops(
    "security",
    "preserve",
    "--since",
    "1h",
    "--days",
    "30",
    ...stage,
    "--yes",
    "--json",
  )
  expect([code, errors]).toEqual([0, expect.any(String)])
  const kept = JSON.parse(out)
  expect(kept.exhibits).toMatchObject([{ log: "api", events: 1, file: "api.jsonl.gz" }])
  expect(kept.missing.map(({ log }: { log: string }) => log)).toContain("waf")
  expect(Date.parse(kept.lockedUntil) - Date.now()).toBeGreaterThan(29 * 86_400_000)

  const folder = kept.place.slice(`s3://${Bucket}/`.length)
  const read = async (file: string) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: folder + file }))
    return Buffer.from((await Body?.transformToByteArray()) ?? [])
  }
  const log = await read("api.jsonl.gz")
  expect(gunzipSync(log).toString()).toMatch(/^\{"at":"[^"]+","message":"\{\\"status\\":403\}"\}\n$/)
  const sums = (await read("SHA256SUMS")).toString()
  for (const file of ["api.jsonl.gz", "manifest.json"]) {
    const hash = createHash("sha256")
      .update(await read(file))
      .digest("hex")
    expect(sums).toContain(`${hash}  ${file}\n`)
  }
  const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: folder }))
  expect(Versions).toHaveLength(3)
  for (const { Key, VersionId } of Versions)
    await expect(s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }))).rejects.toMatchObject({
      name: "AccessDenied",
    })
})

it("a bucket that is not locked is not trusted with evidence", async () => {
  await givenLog()
  const outputs = {
    stage: "staging",
    region: "ap-northeast-1",
    site: "https://a.example",
    api: "https://a.example",
  }
  const buckets = { table: TableName, originals: "o", media: "m", evidence: "plain" }
  await Release.record(
    { kind: "system" },
    { tag: "t1", commit: "a".repeat(40), by: "ada", outcome: "good", outputs: { ...outputs, ...buckets } },
  )
  const here = { LocationConstraint: "ap-northeast-1" } as const
  await s3.send(new CreateBucketCommand({ Bucket: "plain", CreateBucketConfiguration: here }))
  const { code } = await ops("security", "preserve", "--since", "1h", ...stage, "--yes")
  expect(code).not.toBe(0)
})

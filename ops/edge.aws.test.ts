import { ACMClient, DescribeCertificateCommand, RequestCertificateCommand } from "@aws-sdk/client-acm"
import {
  CloudFrontClient,
  CreateDistributionCommand,
  ListInvalidationsCommand,
} from "@aws-sdk/client-cloudfront"
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { beforeEach, describe, expect, it } from "vitest"
import { Release } from "../core/release"
import { tableShape } from "../core/table/shape"
import { ops } from "./testing/ops"

const stage = ["--stage", "staging"]
const table = "photo-sharing-app-staging-table"
const edge = { region: "us-east-1" }
const cloudFront = new CloudFrontClient(edge)

async function distribution() {
  const { Distribution } = await cloudFront.send(
    new CreateDistributionCommand({
      DistributionConfig: {
        CallerReference: "r",
        Comment: "",
        Enabled: true,
        Origins: {
          Quantity: 1,
          Items: [
            { Id: "o", DomainName: "o.s3.amazonaws.com", S3OriginConfig: { OriginAccessIdentity: "" } },
          ],
        },
        DefaultCacheBehavior: {
          TargetOriginId: "o",
          ViewerProtocolPolicy: "https-only",
          MinTTL: 0,
          ForwardedValues: { QueryString: false, Cookies: { Forward: "none" } },
        },
      },
    }),
  )
  return Distribution?.Id ?? ""
}

/** Notes a release as a deployment does, from another machine: nothing of it is in this folder. */
async function released(cdn?: string) {
  process.env.SST_RESOURCE_App = JSON.stringify({ name: "photo-sharing-app", stage: "staging" })
  process.env.SST_RESOURCE_Table = JSON.stringify({ name: table })
  await new DynamoDBClient({}).send(new CreateTableCommand(tableShape(table)))
  const site = "https://staging.example.com"
  const outputs = {
    stage: "staging",
    region: "ap-northeast-1",
    site,
    api: "https://api-staging.example.com",
    table,
    originals: "o",
    media: "m",
    ...(cdn ? { distribution: cdn } : {}),
  }
  await Release.record(
    { kind: "system" },
    { tag: "t1", commit: "a".repeat(40), by: "ada", outcome: "good", outputs },
  )
}

describe("the cache", () => {
  let cdn = ""
  beforeEach(async () => {
    cdn = await distribution()
  })

  it("forgets paths, and says how far it is; the distribution is found through the last release", async () => {
    await released(cdn)
    const made = await ops("cache", "invalidate", "/*", "/p/pst_1", ...stage, "--yes", "--json")
    expect(made.code).toBe(0)
    const { id, paths } = JSON.parse(made.out)
    expect(paths).toEqual(["/*", "/p/pst_1"])
    const { InvalidationList } = await cloudFront.send(new ListInvalidationsCommand({ DistributionId: cdn }))
    expect(InvalidationList?.Items?.map((item) => item.Id)).toEqual([id])
    const status = await ops("cache", "status", id, ...stage, "--json")
    expect(JSON.parse(status.out)).toMatchObject({ id, paths: ["/*", "/p/pst_1"] })
    expect(status.code).toBe(JSON.parse(status.out).status === "Completed" ? 0 : 1)
  })

  it("asks before it forgets, and forgets nothing on --dry-run", async () => {
    await released(cdn)
    expect(await ops("cache", "invalidate", "/*", ...stage)).toMatchObject({
      code: 2,
      errors: expect.stringContaining("--yes"),
    })
    expect(await ops("cache", "invalidate", "/*", ...stage, "--dry-run")).toMatchObject({
      code: 0,
      out: "Would: forget /* at the CDN",
    })
    const { InvalidationList } = await cloudFront.send(new ListInvalidationsCommand({ DistributionId: cdn }))
    expect(InvalidationList?.Quantity).toBe(0)
  })

  it("takes paths alone", async () => {
    await released(cdn)
    expect(await ops("cache", "invalidate", "p", ...stage, "--yes")).toMatchObject({
      code: 2,
      errors: expect.stringContaining("begin with /"),
    })
  })

  it("is none where the stage has no CDN, or was never deployed", async () => {
    expect(await ops("cache", "status", "I1", ...stage)).toMatchObject({
      code: 2,
      errors: expect.stringContaining("has no release"),
    })
    await released()
    expect(await ops("cache", "status", "I1", ...stage)).toMatchObject({
      code: 2,
      errors: expect.stringContaining("has no CDN"),
    })
  })
})

describe("the certificate", () => {
  const acm = new ACMClient(edge)

  it("is asked for with the wildcard, validated by DNS, in us-east-1 although the stage is elsewhere", async () => {
    const { code, out } = await ops("cert", "request", "example.com", ...stage, "--yes", "--json")
    expect(code).toBe(0)
    const CertificateArn = JSON.parse(out).certificate
    expect(CertificateArn).toMatch(/^arn:aws:acm:us-east-1:/)
    const { Certificate } = await acm.send(new DescribeCertificateCommand({ CertificateArn }))
    expect(Certificate?.SubjectAlternativeNames?.sort()).toEqual(["*.example.com", "example.com"])
    expect(Certificate?.DomainValidationOptions?.[0]?.ValidationMethod).toBe("DNS")
    const again = await ops("cert", "request", "example.com", ...stage, "--yes", "--json")
    expect(JSON.parse(again.out).certificate).toBe(CertificateArn)
  })

  it("that is not issued yet is not fine, and its records are shown", async () => {
    const { CertificateArn = "" } = await acm.send(
      new RequestCertificateCommand({
        DomainName: "example.com",
        SubjectAlternativeNames: ["*.example.com"],
        ValidationMethod: "DNS",
      }),
    )
    const first = await ops("cert", "status", CertificateArn, ...stage)
    expect(first.code).toBe(first.out.includes("PENDING_VALIDATION") ? 1 : 0)
    const { out } = await ops("cert", "status", CertificateArn, ...stage, "--json")
    const { records, names } = JSON.parse(out)
    expect(names).toContain("*.example.com")
    expect(records[0]).toMatchObject({ Type: "CNAME", Name: expect.stringContaining("example.com") })
  })

  it("of another region is refused", async () => {
    const arn = "arn:aws:acm:ap-northeast-1:123456789012:certificate/x"
    expect(await ops("cert", "status", arn, ...stage)).toMatchObject({
      code: 2,
      errors: expect.stringContaining("us-east-1 alone"),
    })
  })
})

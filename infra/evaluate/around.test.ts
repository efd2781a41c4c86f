import { describe, expect, it } from "vitest"
import { statementsOf } from "./policy"
import { evaluatedStages, kinds } from "./stages"

const stages = evaluatedStages()
const account = "123456789012"
const cdn = `arn:aws:cloudfront::${account}:distribution/EROUTERCDNDISTRIBUTION`

describe.each(kinds)("%s is reached through the CDN alone", (kind) => {
  const graph = stages[kind]

  it("the functions' own addresses answer this distribution, signed, and no other site", () => {
    const urls = graph.all("lambda/functionUrl:FunctionUrl")
    expect(urls).toHaveLength(2)
    for (const { inputs } of urls)
      expect([inputs.authorizationType, inputs.cors]).toEqual(["AWS_IAM", undefined])
    const permissions = graph.all("lambda/permission:Permission").map(({ inputs }) => inputs)
    for (const { principal, sourceArn } of permissions) {
      expect(["cloudfront.amazonaws.com", "apigateway.amazonaws.com", "s3.amazonaws.com"]).toContain(
        principal,
      )
      expect(sourceArn, principal).toBeTruthy()
      if (principal === "cloudfront.amazonaws.com") expect(sourceArn).toBe(cdn)
    }
  })

  it("the API demands what only the CDN adds, and lets no foreign site call it", () => {
    const server = graph.builds.find(({ functionID }) => functionID.startsWith("WebServer"))
    expect(server?.links.Settings).toMatchObject({ cdnSecretRequired: true })
    expect(server?.links.CdnSecret).toMatchObject({ value: expect.stringMatching(/^1:s{43}$/) })
    expect(graph.one("apigatewayv2/api:Api", "ApiApi").inputs.corsConfiguration).toEqual({})
  })

  it("the unused image optimizer can never run", () => {
    expect(graph.lambda("unused-image-optimizer").inputs.reservedConcurrentExecutions).toBe(0)
  })

  it("buckets are private, encrypted, and speak TLS alone", () => {
    const buckets = graph.all("aws:s3/bucket:Bucket").map(({ inputs }) => inputs.bucket)
    expect(buckets).toHaveLength(4)
    for (const { inputs } of graph.all("s3/bucketPublicAccessBlock:BucketPublicAccessBlock")) {
      const { bucket, ...blocked } = inputs
      expect(blocked).toEqual({
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      })
      const policy = graph.all("s3/bucketPolicy:BucketPolicy").find((made) => made.inputs.bucket === bucket)
      const statements = statementsOf(policy?.inputs.policy)
      expect(statements.filter(({ Effect }) => Effect === "Deny")).toMatchObject([
        {
          Action: ["s3:*"],
          Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
          Condition: { Bool: { "aws:SecureTransport": ["false"] } },
        },
      ])
      const may = statements.filter(({ Effect }) => Effect === "Allow")
      const paths = { Evidence: [], Originals: [], Media: ["public/*", "status/*"], Web: ["_assets/*"] }
      const [, below] =
        Object.entries(paths).find(([name]) => bucket.includes(`-${name.toLowerCase()}`)) ?? []
      // This distribution alone: by itself the platform lets any account's read everything.
      expect(may).toEqual(
        below?.length
          ? [
              expect.objectContaining({
                Action: ["s3:GetObject"],
                Principal: { Service: ["cloudfront.amazonaws.com"] },
                Resource: below.map((path) => `arn:aws:s3:::${bucket}/${path}`),
                Condition: { StringEquals: { "aws:SourceArn": [cdn] } },
              }),
            ]
          : [],
      )
    }
    const encrypted = graph.all(
      "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    )
    expect(encrypted.map(({ inputs }) => inputs.bucket).sort()).toEqual(
      [graph.outputs.evidence, graph.outputs.media, graph.outputs.originals].sort(),
    )
  })

  it("browsers send originals from the site alone, with their checksum, and read what is signed there", () => {
    const rules = graph.all("s3/bucketCorsConfiguration:BucketCorsConfiguration").map(({ inputs }) => inputs)
    const ofBucket = (bucket: unknown) => rules.find((inputs) => inputs.bucket === bucket)?.corsRules
    const allowedOrigins = [graph.outputs.site]
    expect(rules).toHaveLength(2)
    expect(ofBucket(graph.outputs.originals)).toMatchObject([
      {
        allowedMethods: ["GET", "PUT", "POST"],
        allowedOrigins,
        allowedHeaders: expect.arrayContaining(["x-amz-checksum-sha256"]),
      },
    ])
    // An album is packed into one file in the browser.
    expect(ofBucket(graph.outputs.media)).toMatchObject([{ allowedMethods: ["GET"], allowedOrigins }])
  })

  it("evidence is locked, from the making of its bucket on", () => {
    const { evidence } = graph.outputs
    const made = graph.all("aws:s3/bucket:Bucket").find(({ inputs }) => inputs.bucket === evidence)
    expect(made?.inputs.objectLockEnabled).toBe(true)
    const [lock, ...others] = graph.all("s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration")
    expect(others).toEqual([])
    expect(lock?.inputs).toMatchObject({
      bucket: evidence,
      rule: {
        defaultRetention:
          kind === "production" ? { mode: "COMPLIANCE", days: 365 } : { mode: "GOVERNANCE", days: 1 },
      },
    })
  })

  it("originals are versioned; what was abandoned or replaced goes", () => {
    const versioned = graph.all("s3/bucketVersioning:BucketVersioning").map(({ inputs }) => inputs)
    const isVersioned = (bucket: unknown) =>
      expect.objectContaining({ bucket, versioningConfiguration: { status: "Enabled" } })
    expect(versioned).toHaveLength(2)
    expect(versioned).toEqual(
      expect.arrayContaining([isVersioned(graph.outputs.originals), isVersioned(graph.outputs.evidence)]),
    )
    const rules = (bucket: unknown) =>
      graph
        .all("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration")
        .find(({ inputs }) => inputs.bucket === bucket)?.inputs.rules
    expect(rules(graph.outputs.originals)).toEqual([
      expect.objectContaining({
        status: "Enabled",
        filter: { prefix: "incoming/" },
        expiration: { days: 1 },
      }),
      expect.objectContaining({ status: "Enabled", noncurrentVersionExpiration: { noncurrentDays: 30 } }),
      expect.objectContaining({
        status: "Enabled",
        filter: { prefix: "exports/" },
        expiration: { days: 22 },
      }),
      expect.objectContaining({
        status: "Enabled",
        filter: { prefix: "imports/" },
        expiration: { days: 30 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 14 },
      }),
      ...["incoming/", "exports/"].map((prefix) =>
        expect.objectContaining({
          status: "Enabled",
          filter: { prefix },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
        }),
      ),
    ])
    expect(rules(graph.outputs.media)).toEqual([
      expect.objectContaining({
        status: "Enabled",
        abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
      }),
    ])
  })
})

describe.each(["AccessLogMask", "FirewallLogMask"])("logs that AWS writes: %s", (name) => {
  const { inputs } = stages.production.one("cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy", name)
  const { Configuration, Statement } = JSON.parse(inputs.policyDocument)
  const masks = Configuration.CustomDataIdentifier.map(
    ({ Regex }: { Regex: string }) => new RegExp(Regex, "g"),
  )

  it("show no path that gives access to whoever has it", () => {
    const masked = (text: string) =>
      masks.reduce((left: string, mask: RegExp) => left.replace(mask, "*"), text)
    const token = "LwOgA6Dv16dDRet98wxujUA-"
    expect(masked(`/api/s/${token}/uploads`)).toBe("/api*/uploads")
    expect(masked(`/ja/s/${token}`)).toBe("/ja*")
    expect(masked(`/api/notifications/unsubscribe/usr_0.all.${token}`)).toBe("/api/notifications*")
    const plain = "/api/posts/pst_01M8JV8N0S0EF86MA74WGNAFED"
    expect(masked(plain)).toBe(plain)
  })

  it("in words that CloudWatch takes", () => {
    const names = Configuration.CustomDataIdentifier.map(({ Name }: { Name: string }) => Name)
    for (const { Regex } of Configuration.CustomDataIdentifier)
      expect(Regex).toMatch(/^[\w#=@/;,\- ^$?[\]{}|\\*+.]{1,200}$/)
    expect(Statement.map(({ DataIdentifier }: { DataIdentifier: string[] }) => DataIdentifier)).toEqual([
      names,
      names,
    ])
    expect(Statement[0].Operation).toEqual({ Audit: { FindingsDestination: {} } })
    expect(Statement[1].Operation).toEqual({ Deidentify: { MaskConfig: {} } })
    expect(inputs.logGroupName).toMatch(name === "AccessLogMask" ? /^\/aws\/apigateway\// : /^aws-waf-logs-/)
  })
})

describe("the API gateway", () => {
  const { inputs } = stages.production.one("apigatewayv2/stage:Stage", "ApiStage")
  it("logs JSON with the runbook's names, numbers as numbers", () => {
    const { format } = inputs.accessLogSettings
    const line = format.replaceAll(/\$context\.[\w.]+/g, "7")
    expect(JSON.parse(line)).toMatchObject({
      status: 7,
      responseTime: 7,
      path: "7",
      requestId: "7",
      sourceIp: "7",
    })
    expect(format).toContain('"status":$context.status,"responseTime":$context.responseLatency')
  })
  it("throttles and counts each route", () => {
    expect(inputs.defaultRouteSettings).toEqual({
      throttlingRateLimit: 1000,
      throttlingBurstLimit: 2000,
      detailedMetricsEnabled: true,
    })
  })
})

import { describe, expect, it } from "vitest"
import { OAuth, Settings } from "../../core/settings.schema"
import { indexes, tableShape, ttlAttribute } from "../../core/table/shape"
import { namesOf } from "../../ops/stage"
import { evaluatedStages, kinds } from "./stages"

const made = evaluatedStages()

describe.each(kinds)("%s", (kind) => {
  it("gives what scripts read of it", () => {
    const { site, api, ...rest } = made[kind].outputs
    expect(Object.keys(rest).sort()).toEqual(
      [
        "_protect",
        "apiId",
        "distribution",
        "escalation",
        "evidence",
        "media",
        "originals",
        "region",
        "settings",
        "stage",
        "table",
        "topic",
      ].sort(),
    )
    expect(rest).toMatchObject({
      stage: kind,
      region: "ap-northeast-1",
      table: `photo-sharing-app-${kind}-table`,
    })
    const own = "https://d111111abcdef8.cloudfront.net"
    const names = {
      production: ["https://photos.example", "https://api.photos.example"],
      staging: ["https://staging.photos.example", "https://api-staging.photos.example"],
      development: [own, own],
    }
    expect([site, api]).toEqual(names[kind])
  })

  it("calls things as the operations' commands do", () => {
    const { table, logs, dashboard } = namesOf(kind)
    const groups = made[kind].all("cloudwatch/logGroup:LogGroup").map(({ inputs }) => inputs.name)
    expect(made[kind].outputs.table).toBe(table)
    // Neither firewall nor canary in development.
    const { waf, canary, ...always } = logs
    const wanted = [...Object.values(always), ...(kind === "development" ? [] : [waf, canary])]
    expect(groups).toEqual(expect.arrayContaining(wanted))
    expect(made[kind].one("cloudwatch/dashboard:Dashboard", "Dashboard").inputs.dashboardName).toBe(dashboard)
  })

  it("has the table that the code knows", () => {
    const { inputs, opts } = made[kind].one("dynamodb/table:Table", "TableTable")
    const shape = tableShape("")
    expect(inputs).toMatchObject({
      hashKey: "pk",
      rangeKey: "sk",
      ttl: { attributeName: ttlAttribute, enabled: true },
      streamViewType: shape.StreamSpecification?.StreamViewType,
      pointInTimeRecovery: { enabled: true },
      deletionProtectionEnabled: kind === "production",
      billingMode: shape.BillingMode,
    })
    const known = (shape.AttributeDefinitions ?? []).map(({ AttributeName, AttributeType }) => ({
      name: AttributeName,
      type: AttributeType,
    }))
    expect(inputs.attributes).toEqual(expect.arrayContaining(known))
    expect(inputs.globalSecondaryIndexes).toEqual(
      indexes.map((name) => ({ name, hashKey: `${name}pk`, rangeKey: `${name}sk`, projectionType: "ALL" })),
    )
    expect(opts.retainOnDelete).toBe(kind === "production" ? true : undefined)
  })

  it("links what core reads, and only what each function needs", () => {
    const linked = Object.fromEntries(made[kind].builds.map(({ functionID, links }) => [functionID, links]))
    const server = linked.WebServerApnortheast1 ?? {}
    const providers = kind === "production" ? ["GoogleSecret"] : []
    const names = ["Table", "Originals", "Media", "MediaOrigin", "Settings"]
    const secrets = ["AuthSecret", "EmailKey", "CursorKey", "TokenKey", "CdnSecret", ...providers]
    expect(Object.keys(server).sort()).toEqual([...names, ...secrets].sort())
    expect(Object.keys(linked.PhotoUploaded ?? {}).sort()).toEqual([...names].sort())
    expect(Object.keys(linked.TableChanged ?? {})).not.toContain("AuthSecret")
    const minute = Object.values(linked).find((links) => links.Escalation)
    expect(minute?.Escalation).toMatchObject(made[kind].outputs.escalation as object)
    const canary = kind === "development" ? undefined : ["CanarySecret", "Media", "Settings"]
    expect(linked.Canary && Object.keys(linked.Canary).sort()).toEqual(canary)
    const { site, distribution } = made[kind].outputs
    const settings = Settings.parse(server.Settings)
    expect(settings).toMatchObject({
      siteUrl: site,
      distributionId: distribution,
      cdnSecretRequired: true,
      emailVerification: kind === "development" ? "optional" : "required",
      oauth: kind === "production" ? OAuth.parse({ google: { clientId: "google-client" } }) : {},
    })
    expect(settings.storageOrigin).toContain(String(made[kind].outputs.originals))
    expect(settings.privateMediaOrigin).toContain(String(made[kind].outputs.media))
    expect(server.MediaOrigin?.url).toBe(`${site}/media`)
  })
})

it("production is protected and kept; others go with their stage", () => {
  expect(made.production.app).toMatchObject({ protect: true, removal: "retain" })
  expect(made.staging.app).toMatchObject({ protect: false, removal: "remove" })
  for (const kind of kinds) {
    for (const { name, inputs, opts } of made[kind].all("s3/bucket:Bucket")) {
      const kept = kind === "production" && name !== "WebAssetsBucket"
      expect([kind, name, inputs.forceDestroy, opts.retainOnDelete ?? false]).toEqual([
        kind,
        name,
        !kept,
        kept,
      ])
    }
  }
})

it("sst dev has no API gateway, no firewall and no names; the site runs on this machine", () => {
  const { dev } = made
  expect(dev.all("apigatewayv2/api:Api")).toEqual([])
  expect(dev.all("wafv2/webAcl:WebAcl")).toEqual([])
  expect(dev.outputs.site).toBe("http://localhost:3000")
  const { originals } = dev.outputs
  expect(originals).toContain("ada")
  const [origins] = dev
    .all("s3/bucketCorsConfiguration:BucketCorsConfiguration")
    .map(({ inputs }) => inputs.corsRules)
  expect(origins[0].allowedOrigins).toEqual(["http://localhost:3000"])
  const settings = dev.builds.find(({ functionID }) => functionID === "TableChanged")?.links.Settings
  expect(settings).toMatchObject({ cdnSecretRequired: false, siteUrl: "http://localhost:3000" })
})

it("the build that is evaluated is configured as the real one: nothing to revalidate, whole answers", async () => {
  const { default: config } = await import("../../open-next.config")
  expect(config.dangerous).toEqual({ disableIncrementalCache: true, disableTagCache: true })
  expect(config.default.override).toMatchObject({ wrapper: "aws-lambda", converter: "aws-apigw-v2" })
  // Of these the platform would make a table, a queue and two functions.
  const extra = made.production.resources.filter(({ name }) => /Revalidation|Warmer/.test(name))
  expect(extra).toEqual([])
})

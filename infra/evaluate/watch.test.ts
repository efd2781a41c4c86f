import { describe, expect, it } from "vitest"
import { statementsOf } from "./policy"
import { environments, evaluatedStages, kinds } from "./stages"

const stages = evaluatedStages()
const { production, staging, development } = stages

describe("the firewall", () => {
  const { inputs, provider } = production.one("wafv2/webAcl:WebAcl", "RouterWaf")
  type Rule = {
    name: string
    priority: number
    action?: object
    overrideAction?: object
    statement: Statement
  }
  // biome-ignore lint/suspicious/noExplicitAny: statements nest as deep as they like
  type Statement = any
  const rules: Rule[] = inputs.rules
  const rule = (name: string) => rules.find((one) => one.name === name)

  it("stands before the CDN of staging and production, in us-east-1", () => {
    expect(inputs.scope).toBe("CLOUDFRONT")
    expect(provider).toContain("us-east-1")
    for (const graph of [production, staging]) {
      const { webAclId } = graph.one("cloudfront/distribution:Distribution", "RouterCdnDistribution").inputs
      expect(webAclId).toContain(`photo-sharing-app-${graph.app.stage}-firewall`)
    }
    expect(development.all("wafv2/webAcl:WebAcl")).toEqual([])
  })

  it("cuts off whom somebody blocked, limits each address, and asks what AWS knows", () => {
    expect(rules.map(({ name }) => name)).toEqual([
      "BlockedAddresses",
      "RateLimitPerIP",
      "AWSManagedRulesAmazonIpReputationList",
      "AWSManagedRulesCommonRuleSet",
      "AWSManagedRulesKnownBadInputsRuleSet",
      "AWSManagedRulesSQLiRuleSet",
      "BodiesOutsideTheApi",
    ])
    expect(rules.map(({ priority }) => priority)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(rule("RateLimitPerIP")?.statement.rateBasedStatement).toEqual({
      limit: 2000,
      aggregateKeyType: "IP",
    })
    const sets = production.all("wafv2/ipSet:IpSet")
    expect(
      sets.map(({ inputs: set, opts }) => [set.ipAddressVersion, set.region, opts.ignoreChanges]),
    ).toEqual([
      ["IPV4", "us-east-1", ["addresses"]],
      ["IPV6", "us-east-1", ["addresses"]],
    ])
  })

  it("lets text be text in calls of the API, and nowhere else", () => {
    const counted = ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesSQLiRuleSet"].flatMap((name) =>
      rule(name)?.statement.managedRuleGroupStatement.ruleActionOverrides.map(
        (override: { name: string; actionToUse: object }) => {
          expect(override.actionToUse).toEqual({ count: {} })
          return override.name
        },
      ),
    )
    const [labelled, elsewhere] = rule("BodiesOutsideTheApi")?.statement.andStatement.statements ?? []
    const labels: string[] = labelled.orStatement.statements.map(
      ({ labelMatchStatement }: { labelMatchStatement: { key: string } }) => labelMatchStatement.key,
    )
    expect(labels.map((label) => label.split(":").at(-1)?.replace("_Body", "_BODY")).sort()).toEqual(
      counted.sort(),
    )
    expect(elsewhere.notStatement.statements[0].byteMatchStatement).toMatchObject({
      positionalConstraint: "STARTS_WITH",
      searchString: "/api/",
    })
    expect(rule("BodiesOutsideTheApi")?.action).toEqual({ block: {} })
  })

  it("writes what it blocked where the runbook looks, without what is private", () => {
    const names = [production, staging].map(
      (graph) => graph.one("cloudwatch/logGroup:LogGroup", "RouterWafLogGroup").inputs.name,
    )
    expect(names).toEqual(["aws-waf-logs-photo-sharing-app", "aws-waf-logs-photo-sharing-app-staging"])
    const [logging] = production.all("wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration")
    expect(logging?.inputs.redactedFields).toEqual([
      { queryString: {} },
      { singleHeader: { name: "cookie" } },
      { singleHeader: { name: "authorization" } },
      { singleHeader: { name: "referer" } },
    ])
    expect(logging?.inputs.loggingFilter.filters[0].conditions).toEqual([
      { actionCondition: { action: "BLOCK" } },
    ])
  })

  it("counts under the name that its alarm asks for", () => {
    expect(inputs.visibilityConfig).toMatchObject({ metricName: inputs.name, cloudwatchMetricsEnabled: true })
  })
})

describe.each(kinds)("%s tells people", (kind) => {
  const graph = stages[kind]
  it("through topics that only AWS's own services of this account write to", () => {
    const topics = graph.all("aws:sns/topic:Topic")
    const policies = graph.all("sns/topicPolicy:TopicPolicy")
    expect(policies).toHaveLength(topics.length)
    for (const { inputs } of policies) {
      const statements = statementsOf(inputs.policy)
      for (const { Effect, Condition, Principal } of statements) {
        if (Effect === "Allow") {
          expect(Condition).toEqual({ StringEquals: { "aws:SourceAccount": ["123456789012"] } })
          expect(Principal?.Service?.every((name) => name.endsWith(".amazonaws.com"))).toBe(true)
        } else expect(Condition).toEqual({ Bool: { "aws:SecureTransport": ["false"] } })
      }
    }
    expect(
      topics.map(({ inputs }) => [inputs.name.replace(`photo-sharing-app-${kind}-`, ""), inputs.region]),
    ).toEqual(
      expect.arrayContaining([
        ["alerts", undefined],
        ["global-alerts", "us-east-1"],
      ]),
    )
  })

  it("of the bill, before and after the budget is used up", () => {
    const { inputs } = graph.one("budgets/budget:Budget", "MonthlyBudget")
    expect(inputs).toMatchObject({
      budgetType: "COST",
      limitAmount: {
        production: environments.production.PHOTO_APP_MONTHLY_BUDGET_USD,
        staging: "50",
        development: "20",
      }[kind],
      timeUnit: "MONTHLY",
    })
    const notices = inputs.notifications.map(({ threshold, notificationType }: Record<string, unknown>) => [
      threshold,
      notificationType,
    ])
    expect(notices).toEqual([
      [80, "ACTUAL"],
      [100, "ACTUAL"],
      [100, "FORECASTED"],
    ])
    const anomalies = graph.all("costexplorer/anomalySubscription:AnomalySubscription")
    expect(anomalies).toHaveLength(kind === "production" ? 1 : 0)
  })
})

it("production's alarms reach somebody, and each level of escalation its people", () => {
  const subscribed = production
    .all("sns/topicSubscription:TopicSubscription")
    .map(({ inputs }) => [
      inputs.topic.split(":").at(-1).replace("photo-sharing-app-production-", ""),
      inputs.protocol,
      inputs.endpoint,
    ])
  expect(subscribed.sort()).toEqual([
    ["alerts", "email", "alarms@photos.example"],
    ["escalation-1", "email", "dev@photos.example"],
    ["escalation-1", "sms", "+819012345678"],
    ["global-alerts", "email", "alarms@photos.example"],
  ])
})

it("names lead to the CDN; a certificate that is given is used, else one is issued", () => {
  const records = (graph: typeof production) =>
    graph
      .all("route53/record:Record")
      .filter(({ inputs }) => inputs.aliases)
      .map(({ inputs }) => `${inputs.type} ${inputs.name}`)
  const both = (...hosts: string[]) => hosts.flatMap((host) => [`A ${host}`, `AAAA ${host}`]).sort()
  expect(records(production).sort()).toEqual(both("photos.example", "api.photos.example"))
  expect(records(staging).sort()).toEqual(both("staging.photos.example", "api-staging.photos.example"))
  expect(records(development)).toEqual([])
  const certificate = (graph: typeof production) =>
    graph.one("cloudfront/distribution:Distribution", "RouterCdnDistribution").inputs.viewerCertificate
  expect(certificate(production).acmCertificateArn).toBe(environments.production.PHOTO_APP_CERTIFICATE_ARN)
  const [issued] = staging.all("acm/certificate:Certificate")
  expect(issued?.inputs).toMatchObject({
    domainName: "staging.photos.example",
    subjectAlternativeNames: ["api-staging.photos.example"],
    validationMethod: "DNS",
  })
  expect(certificate(development)).toEqual({ cloudfrontDefaultCertificate: true })
})

it("mail is signed and answered for by DNS in the stage's own domain, and stops where it is not wanted", () => {
  const records = production.all("route53/record:Record").filter(({ name }) => name.startsWith("Mail"))
  expect(records.map(({ inputs }) => `${inputs.type} ${inputs.name}`).sort()).toEqual([
    "CNAME one._domainkey.photos.example",
    "CNAME three._domainkey.photos.example",
    "CNAME two._domainkey.photos.example",
    "MX bounce.photos.example",
    "TXT _dmarc.photos.example",
    "TXT bounce.photos.example",
  ])
  const { inputs } = production.one("sesv2/configurationSet:ConfigurationSet", "MailConfig")
  expect(inputs.suppressionOptions).toEqual({ suppressedReasons: ["BOUNCE", "COMPLAINT"] })
  // Without a domain whoever owns the address confirms it.
  expect(development.one("sesv2/emailIdentity:EmailIdentity", "MailIdentity").inputs.emailIdentity).toBe(
    "somebody@photos.example",
  )
})

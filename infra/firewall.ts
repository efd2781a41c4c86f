import type { WebAclArgs } from "@pulumi/aws/wafv2"
import { global, named, profile, settings } from "./stage"

/** Rules of the managed groups that look at bodies: captions and comments are text, and may hold anything. */
const bodyRules = {
  AWSManagedRulesCommonRuleSet: [
    "SizeRestrictions_BODY",
    "CrossSiteScripting_BODY",
    "GenericLFI_BODY",
    "GenericRFI_BODY",
    "EC2MetaDataSSRF_BODY",
  ],
  AWSManagedRulesSQLiRuleSet: ["SQLi_BODY", "SQLiExtendedPatterns_BODY"],
}
const labels = {
  AWSManagedRulesCommonRuleSet: "awswaf:managed:aws:core-rule-set:",
  AWSManagedRulesSQLiRuleSet: "awswaf:managed:aws:sql-database:",
}
type Group = keyof typeof bodyRules
const groups = Object.keys(bodyRules) as Group[]

/** As the group writes it on the request: `SQLi_BODY` puts `…:SQLi_Body`. */
const labelOf = (group: Group, rule: string) => `${labels[group]}${rule.replace("_BODY", "_Body")}`

const visible = (name: string) => ({
  cloudwatchMetricsEnabled: true,
  metricName: `Router${name}`,
  sampledRequestsEnabled: true,
})

const managed = (name: string, priority: number) => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: "AWS",
      name,
      ruleActionOverrides: groups.includes(name as Group)
        ? bodyRules[name as Group].map((rule) => ({ name: rule, actionToUse: { count: {} } }))
        : undefined,
    },
  },
  visibilityConfig: visible(name),
})

/** What a body rule counted is blocked after all where no text is expected: outside the API. */
const bodiesElsewhere = (priority: number) => ({
  name: "BodiesOutsideTheApi",
  priority,
  action: { block: {} },
  statement: {
    andStatement: {
      statements: [
        {
          orStatement: {
            statements: groups.flatMap((group) =>
              bodyRules[group].map((rule) => ({
                labelMatchStatement: { scope: "LABEL", key: labelOf(group, rule) },
              })),
            ),
          },
        },
        {
          notStatement: {
            statements: [
              {
                byteMatchStatement: {
                  fieldToMatch: { uriPath: {} },
                  positionalConstraint: "STARTS_WITH",
                  searchString: "/api/",
                  textTransformations: [{ priority: 0, type: "NONE" }],
                },
              },
            ],
          },
        },
      ],
    },
  },
  visibilityConfig: visible("BodiesOutsideTheApi"),
})

/** Addresses that somebody on call cut off: `ops security block` fills it, and a deploy leaves it as it is. */
const blockedAddresses = (version: "IPV4" | "IPV6") =>
  new aws.wafv2.IpSet(
    `Blocked${version}`,
    {
      name: named(`blocked-${version.toLowerCase()}`),
      scope: "CLOUDFRONT",
      ipAddressVersion: version,
      addresses: [],
      region: global,
    },
    { ignoreChanges: ["addresses"] },
  )

const blocked = (priority: number) => ({
  name: "BlockedAddresses",
  priority,
  action: { block: {} },
  statement: {
    orStatement: {
      statements: [blockedAddresses("IPV4"), blockedAddresses("IPV6")].map(({ arn }) => ({
        ipSetReferenceStatement: { arn },
      })),
    },
  },
  visibilityConfig: visible("BlockedAddresses"),
})

const perAddress = (priority: number) => ({
  name: "RateLimitPerIP",
  priority,
  action: { block: {} },
  statement: {
    rateBasedStatement: {
      limit: settings.requestsPerAddress ?? profile.requestsPerAddress,
      aggregateKeyType: "IP",
    },
  },
  visibilityConfig: visible("RateLimitPerIP"),
})

/** The firewall's rules, and where it writes what it blocked. */
export const firewall = {
  args: {
    logging: {
      include: "blocked" as const,
      retention: profile.logs,
      // The page before may be one whose query holds what was mailed.
      redact: { queryString: true, headers: ["cookie", "authorization", "referer"] },
    },
  },
  rules: (acl: WebAclArgs) => {
    acl.name = named("firewall")
    // Its metrics are kept under this one: the same, so that nobody has to know.
    acl.visibilityConfig = { ...visible(""), metricName: named("firewall") }
    acl.rules = [
      blocked(0),
      perAddress(1),
      managed("AWSManagedRulesAmazonIpReputationList", 2),
      managed("AWSManagedRulesCommonRuleSet", 3),
      managed("AWSManagedRulesKnownBadInputsRuleSet", 4),
      managed("AWSManagedRulesSQLiRuleSet", 5),
      bodiesElsewhere(6),
    ]
    return undefined
  },
}

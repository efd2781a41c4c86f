import { indexes } from "../core/table/shape"
import { alarm } from "./alarm"
import { router } from "./cdn"
import { ofCdn, ofTable, type Series } from "./metrics"
import { isProduction, named, profile } from "./stage"
import { table } from "./table"

/** The table, the CDN before everything, the firewall before that, and the mail. */
export function watchData() {
  const of = ofTable(table.name)
  for (const index of [undefined, ...indexes]) {
    alarm({
      name: `Table-Throttled${index ? `-${index}` : ""}`,
      means: `The table${index ? `'s index ${index}` : ""} refuses reads or writes: a key is too hot, or there are too many.`,
      section: "table",
      watch: { sum: [of("ReadThrottleEvents", index), of("WriteThrottleEvents", index)] },
      above: 0,
      minutes: 5,
      times: 2,
      urgency: "ticket",
    })
  }
  alarm({
    name: "Table-SystemErrors",
    means: "DynamoDB answers with errors of its own.",
    section: "table",
    watch: { sum: operations.map((operation) => systemErrors(of("SystemErrors"), operation)) },
    above: 0,
    minutes: 5,
    times: 2,
    urgency: "page",
  })
  alarm({
    name: "CDN-Errors",
    means: "More than 5 % of what the CDN answers are errors of ours.",
    section: "cdn",
    watch: ofCdn(router.distributionID)("5xxErrorRate", "Average"),
    above: 5,
    minutes: 5,
    times: 2,
    urgency: "page",
    global: true,
  })
  if (profile.firewall) watchFirewall()
  if (isProduction) watchMail()
}

const operations =
  "GetItem BatchGetItem Query PutItem UpdateItem DeleteItem BatchWriteItem TransactWriteItems".split(" ")
const systemErrors = (series: Series, Operation: string): Series => ({
  ...series,
  dimensions: { ...series.dimensions, Operation },
})

function watchFirewall() {
  alarm({
    name: "Firewall-Blocks",
    means: "The firewall blocks more than a thousand requests in five minutes.",
    section: "firewall",
    watch: {
      namespace: "AWS/WAFV2",
      metric: "BlockedRequests",
      stat: "Sum",
      dimensions: { WebACL: named("firewall"), Rule: "ALL" },
    },
    above: 1000,
    minutes: 5,
    urgency: "ticket",
    global: true,
  })
}

/** Of the whole account: SES stops an account at 10 % and 0.5 %. */
function watchMail() {
  for (const { metric, above } of [
    { metric: "Reputation.BounceRate", above: 0.05 },
    { metric: "Reputation.ComplaintRate", above: 0.001 },
  ]) {
    alarm({
      name: `Mail-${metric.slice("Reputation.".length)}`,
      means: "So many mails come back, or are called unwanted, that SES may stop us.",
      section: "mail",
      watch: { namespace: "AWS/SES", metric, stat: "Average", dimensions: {} },
      above,
      minutes: 60,
      urgency: "ticket",
    })
  }
}

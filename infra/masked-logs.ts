import { api } from "./api"
import { router } from "./cdn"
import { global, perStage, profile } from "./stage"

/**
 * What gives access to whoever has it, and is part of a path: the address of a share link, of ending mails. CloudWatch
 * takes no brackets that group.
 */
const secrets = [
  { Name: "ShareLink", Regex: "/s/[A-Za-z0-9_-]{24}" },
  { Name: "EndOfMails", Regex: "/unsubscribe/[A-Za-z0-9_.-]{20,}" },
]
const DataIdentifier = secrets.map(({ Name }) => Name)

const policyDocument = JSON.stringify({
  Name: "paths-that-give-access",
  Version: "2021-06-01",
  Configuration: { CustomDataIdentifier: secrets },
  Statement: [
    { Sid: "found", DataIdentifier, Operation: { Audit: { FindingsDestination: {} } } },
    { Sid: "masked", DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
  ],
})

// The server's own lines are written without them. These two logs are AWS's, which write a path as it came: it is shown
// as asterisks, to everybody without `logs:Unmask`.
if (api)
  new aws.cloudwatch.LogDataProtectionPolicy("AccessLogMask", {
    logGroupName: api.nodes.logGroup.name,
    policyDocument,
  })
if (profile.firewall && !$dev)
  new aws.cloudwatch.LogDataProtectionPolicy(
    "FirewallLogMask",
    { logGroupName: perStage("aws-waf-logs-photo-sharing-app"), policyDocument, region: global },
    { dependsOn: router },
  )

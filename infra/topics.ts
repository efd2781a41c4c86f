import { accountId, global, named, settings } from "./stage"

const logical = (name: string) => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())

/** A topic that AWS's own services of this account may write to, over TLS. */
function topic(name: string, services: string[], region?: string): aws.sns.Topic {
  const made = new aws.sns.Topic(logical(name), { name: named(name), region })
  new aws.sns.TopicPolicy(`${logical(name)}Policy`, {
    arn: made.arn,
    region,
    policy: aws.iam.getPolicyDocumentOutput({
      statements: [
        ...(services.length > 0
          ? [
              {
                principals: [{ type: "Service", identifiers: services }],
                actions: ["sns:Publish"],
                resources: [made.arn],
                conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] }],
              },
            ]
          : []),
        {
          effect: "Deny",
          principals: [{ type: "*", identifiers: ["*"] }],
          actions: ["sns:Publish"],
          resources: [made.arn],
          conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
        },
      ],
    }).json,
  })
  return made
}

const subscribe = (
  name: string,
  to: aws.sns.Topic,
  protocol: "email" | "sms",
  endpoint: string,
  region?: string,
) => new aws.sns.TopicSubscription(name, { topic: to.arn, protocol, endpoint, region })

/** Where alarms arrive. */
export const alerts = topic("alerts", ["cloudwatch.amazonaws.com"])
/** What watches the CDN, the firewall and the bill lives in us-east-1, and tells only there. */
export const globalAlerts = topic(
  "global-alerts",
  ["cloudwatch.amazonaws.com", "budgets.amazonaws.com", "costalerts.amazonaws.com"],
  global,
)
if (settings.alarmEmail) {
  subscribe("AlertsByMail", alerts, "email", settings.alarmEmail)
  subscribe("GlobalAlertsByMail", globalAlerts, "email", settings.alarmEmail, global)
}

/** A topic of people, by mail and by phone. */
function people(name: string, { emails, phones }: { emails: string[]; phones: string[] }) {
  const made = topic(name, [])
  const prefix = logical(name).replace("-", "")
  for (const [at, email] of emails.entries()) subscribe(`${prefix}Mail${at}`, made, "email", email)
  for (const [at, phone] of phones.entries()) subscribe(`${prefix}Phone${at}`, made, "sms", phone)
  return made.arn
}

/** Whom incidents go to, one topic each: who is on call at once, and a level when nobody has answered. */
export const escalation = {
  ...(settings.onCall
    ? { onCall: { name: settings.onCall.name, topic: people("on-call", settings.onCall) } }
    : {}),
  levels: settings.escalation.map(({ name, minutes, ...level }, index) => ({
    name,
    minutes,
    topic: people(`escalation-${index + 1}`, level),
  })),
}
export const escalationTopics = [escalation.onCall, ...escalation.levels].flatMap((one) =>
  one ? [one.topic] : [],
)

import { PublishCommand, SNSClient } from "@aws-sdk/client-sns"
import { config } from "../config"
import type { IncidentView } from "./incident.schema"

const sns = new SNSClient({ maxAttempts: 4 })

/** What is said where a subject must be plain ASCII and a message to a phone short. */
export async function page(topic: string, why: string, incident: IncidentView): Promise<void> {
  const { id, kind, title, impact, journeys, openedAt } = incident
  const { stage } = config
  const name = title.en ?? title.ja ?? ""
  const answer = `npm run ops -- incident ack ${id} --stage ${stage}`
  const text = [
    `${kind}: ${name}`,
    ...(title.en && title.ja ? [title.ja] : []),
    "",
    `Stage: ${stage}`,
    `Journeys: ${journeys.join(", ")} (${impact})`,
    `Open since: ${openedAt}`,
    why,
    "",
    "Say that you have it in hand, so that nobody else is woken:",
    answer,
    "",
    `${config.settings.siteUrl}/status`,
  ].join("\n")
  await sns.send(
    new PublishCommand({
      TopicArn: topic,
      Subject: `[${stage}] ${kind} ${id}`.slice(0, 99),
      MessageStructure: "json",
      Message: JSON.stringify({
        default: text,
        sms: `${stage}: ${name.slice(0, 60)}. ${why} ${id}`.slice(0, 140),
      }),
    }),
  )
}

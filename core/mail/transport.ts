import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2"
import { config } from "../config"
import { spend } from "../meter"

export type Mail = {
  subject: string
  text: string
  html: string
  /** Beside the usual ones: how to unsubscribe, say. */
  headers?: Record<string, string>
}

const ses = new SESv2Client({ maxAttempts: 4 })

/** Sends one mail through SES. Throws when SES does not take it. */
export async function send(to: string, mail: Mail): Promise<void> {
  const headers = Object.entries(mail.headers ?? {}).map(([Name, Value]) => ({ Name, Value }))
  const part = (Data: string) => ({ Data, Charset: "UTF-8" })
  await ses.send(
    new SendEmailCommand({
      FromEmailAddress: config.settings.mailFrom,
      Destination: { ToAddresses: [to] },
      Content: {
        Simple: {
          Subject: part(mail.subject),
          Body: { Text: part(mail.text), Html: part(mail.html) },
          ...(headers.length > 0 ? { Headers: headers } : {}),
        },
      },
    }),
  )
  spend("mails")
}

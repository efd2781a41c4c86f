import { randomUUID } from "node:crypto"
import { z } from "zod"
import type { Mailbox } from "./mailbox"

/** `Publish` of SNS, to a topic: the one call that the product makes. */
const Publish = z.object({
  Action: z.literal("Publish"),
  TopicArn: z.string().regex(/^arn:aws:sns:[\w-]+:\d{12}:[\w-]{1,256}$/),
  Subject: z
    .string()
    .min(1)
    .max(99)
    .regex(/^[ -~]*$/)
    .optional(),
  Message: z.string().min(1),
  MessageStructure: z.literal("json").optional(),
})
const ByProtocol = z.object({ default: z.string() })

/** Answers `Publish` as SNS does; what would go to mailboxes and phones goes to the mailbox, addressed to the topic. */
export async function publish(mailbox: Mailbox, body: string, authorization = "") {
  if (!authorization.startsWith("AWS4-HMAC-SHA256 "))
    return refuse(403, "MissingAuthenticationToken", "It is not signed.")
  const { data, error } = Publish.safeParse(Object.fromEntries(new URLSearchParams(body)))
  if (!data) return refuse(400, "InvalidParameter", z.prettifyError(error))
  const text =
    data.MessageStructure === "json" ? ByProtocol.parse(JSON.parse(data.Message)).default : data.Message
  const name = data.TopicArn.split(":").at(-1) ?? ""
  await mailbox.keep({
    from: "SNS <no-reply@sns.invalid>",
    to: [`${name}@sns.invalid`],
    replyTo: [],
    subject: data.Subject ?? "AWS Notification Message",
    text,
  })
  return {
    status: 200,
    body: `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>${randomUUID()}</MessageId></PublishResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></PublishResponse>`,
  }
}

const refuse = (status: number, code: string, message: string) => ({
  status,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message.replace(/[<>&]/g, " ")}</Message></Error></ErrorResponse>`,
})

import { z } from "zod"
import type { Mailbox } from "./mailbox"

const Data = z.object({ Data: z.string() })
const Addresses = z.array(z.string()).nullish()

/** `SendEmail` of SESv2, with simple content: the one call that the product makes. */
const SendEmail = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({
    ToAddresses: z.array(z.string()).min(1),
    CcAddresses: Addresses,
    BccAddresses: Addresses,
  }),
  ReplyToAddresses: Addresses,
  Content: z.object({
    Simple: z.object({
      Subject: Data,
      Body: z.object({ Text: Data.nullish(), Html: Data.nullish() }),
      Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).nullish(),
    }),
  }),
})

export type SesAnswer = { status: number; type?: string; body: Record<string, string> }

/** Answers `POST /v2/email/outbound-emails` as SES does, the mail going to the mailbox. */
export async function sendEmail(mailbox: Mailbox, body: string, authorization = ""): Promise<SesAnswer> {
  // A web page elsewhere could post a form here, but it cannot sign.
  if (!authorization.startsWith("AWS4-HMAC-SHA256 ")) {
    return refuse(403, "MissingAuthenticationTokenException", "The request is not signed.")
  }
  const { data, error } = SendEmail.safeParse(parse(body))
  if (error) return refuse(400, "BadRequestException", z.prettifyError(error))
  const { Destination, Content, FromEmailAddress, ReplyToAddresses } = data
  const { Subject, Body, Headers } = Content.Simple
  const id = await mailbox.keep({
    from: FromEmailAddress,
    to: [...Destination.ToAddresses, ...(Destination.CcAddresses ?? []), ...(Destination.BccAddresses ?? [])],
    replyTo: ReplyToAddresses ?? [],
    subject: Subject.Data,
    text: Body.Text?.Data,
    html: Body.Html?.Data,
    ...(Headers ? { headers: Object.fromEntries(Headers.map(({ Name, Value }) => [Name, Value])) } : {}),
  })
  return { status: 200, body: { MessageId: id } }
}

const refuse = (status: number, type: string, message: string): SesAnswer => ({
  status,
  type,
  body: { message },
})

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

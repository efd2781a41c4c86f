import { z } from "zod"

const Mails = z.array(
  z.object({
    to: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    /** None of what went to a topic. */
    html: z.string().default(""),
    headers: z.record(z.string(), z.string()).optional(),
  }),
)

/** The mails that an address got, newest first. */
export async function mailsTo(address: string) {
  const answer = await fetch(`${process.env.AWS_ENDPOINT_URL_SESV2}/mail.json`)
  return Mails.parse(await answer.json()).filter(({ to }) => to.includes(address))
}

/** The token in the link of the newest mail to an address. */
export async function tokenMailedTo(address: string): Promise<string> {
  const [newest] = await mailsTo(address)
  const token = newest && /token=([\w-]+)/.exec(newest.text)?.[1]
  if (!token) throw new Error(`no link was mailed to ${address}`)
  return token
}

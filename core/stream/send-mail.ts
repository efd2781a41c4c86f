import { z } from "zod"
import { Mail } from "../mail"
import { epoch } from "../time"
import { Token } from "../token"

const Row = z.object({
  seed: z.string(),
  keyId: z.string(),
  purpose: z.enum(["verify", "reset", "known", "void"]),
  email: z.string().optional(),
  locale: z.enum(["en", "ja"]),
  expires: z.number(),
})

/** Mails a one-time token to its person. A mail may come twice; one whose link would not work is not sent. */
export async function sendMail(row: Record<string, unknown>): Promise<void> {
  const { purpose, email, locale, expires, ...token } = Row.parse(row)
  if (purpose === "void" || !email || expires <= epoch()) return
  const link = purpose === "known" ? undefined : Token.reveal(token)
  if (purpose !== "known" && !link) return
  await Mail.send(email, Mail.render(purpose, locale, link))
}

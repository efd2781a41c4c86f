import { z } from "zod"
import file from "./contacts.json" with { type: "json" }

const reachable = {
  name: z.string().min(1),
  emails: z.array(z.email()).default([]),
  phones: z.array(z.string().regex(/^\+[1-9]\d{6,14}$/, "must be written as +819012345678")).default([]),
}
const someone = ({ emails, phones }: { emails: string[]; phones: string[] }) =>
  emails.length + phones.length > 0
const needsOne = "needs an e-mail address or a phone"

const Contact = z.strictObject(reachable).refine(someone, needsOne)
const Level = z
  .strictObject({
    ...reachable,
    /** How long after its opening an incident comes here that nobody has acknowledged, in minutes. */
    minutes: z.int().positive(),
  })
  .refine(someone, needsOne)
const Levels = z
  .array(Level)
  .min(1)
  .max(5)
  .refine(
    (levels) => levels.every(({ minutes }, at) => minutes > (levels[at - 1]?.minutes ?? 0)),
    "each level comes later than the one before it",
  )

/** Whom incidents go to: who is told at once, and who when nobody has acknowledged one in time. */
export const Contacts = z.strictObject({ onCall: Contact.optional(), levels: Levels })
export type Contacts = z.output<typeof Contacts>

/** The same, or its levels alone. */
export const ContactsOrLevels = z.preprocess(
  (given) => (Array.isArray(given) ? { levels: given } : given),
  Contacts,
)

/** What infra/contacts.json says: the example of the runbook, until somebody replaces it. */
export const contacts = Contacts.parse(file)

const exampleHosts = /@(.+\.)?(your-domain\.com|example\.(com|org|net)|.+\.(example|invalid))$/
const examplePhone = "+819012345678"

/** The addresses and phones that are nobody's: those of examples. */
export const examplesIn = ({ onCall, levels }: Contacts): string[] =>
  [...(onCall ? [onCall] : []), ...levels].flatMap(({ emails, phones }) => [
    ...emails.filter((email) => exampleHosts.test(email)),
    ...phones.filter((phone) => phone === examplePhone),
  ])

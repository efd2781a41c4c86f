import { z } from "zod"

/** With whom people may sign in besides a password. */
export const Provider = z.enum(["google", "github", "cognito"])
export type Provider = z.output<typeof Provider>

export const providerNames: Record<Provider, string> = {
  google: "Google",
  github: "GitHub",
  cognito: "Cognito",
}

/** Why the return from a provider signed nobody in; the pages have a sentence for each. */
export const Refusal = z.enum([
  "elsewhere",
  "other_linked",
  "not_asked",
  "unconfirmed_here",
  "unconfirmed_there",
  "unverified",
  "suspended",
  "cancelled",
  "often",
  "closed",
  "age_unconfirmed",
  "failed",
])
export type Refusal = z.output<typeof Refusal>

/**
 * Goes with the address that a browser returns to from a provider: whoever left said that they are old enough. It is
 * never sent anywhere, and not shown.
 */
export const ageMark = "#old-enough"

export const ProviderInput = z.strictObject({ provider: Provider })

export const AccountsView = z.object({
  items: z.array(z.object({ provider: Provider, linked: z.boolean() })),
  /** Whether one can sign in with a password too. */
  password: z.boolean(),
})
export type AccountsView = z.output<typeof AccountsView>

import { NextIntlClientProvider } from "next-intl"
import { getMessages } from "next-intl/server"
import type { ReactNode } from "react"

type Props = { of: readonly string[]; children: ReactNode }

/** Gives client components below the messages of a few namespaces and no others: every byte of them is sent. */
export async function ClientMessages({ of, children }: Props) {
  const all: Record<string, unknown> = await getMessages()
  const messages = Object.fromEntries(of.map((namespace) => [namespace, all[namespace]]))
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}

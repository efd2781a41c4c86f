"use client"

import { NextIntlClientProvider } from "next-intl"
import type { ComponentProps } from "react"
import { useLocale } from "@/i18n/navigation"
import { ChooseToLeave } from "./choose-to-leave"

type Props = ComponentProps<typeof ChooseToLeave> & {
  /** The sentences of albums: the translator comes with this dialog, and only when it is opened. */
  messages: ComponentProps<typeof NextIntlClientProvider>["messages"]
}

/** Takes one post out of an album, from its own page. */
export function TakeOutOfAlbum({ messages, ...choice }: Props) {
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages} timeZone="UTC">
      <ChooseToLeave {...choice} />
    </NextIntlClientProvider>
  )
}

"use client"

import { NextIntlClientProvider } from "next-intl"
import type { ComponentProps } from "react"
import { useLocale } from "@/i18n/navigation"
import { ChooseAlbum } from "./choose-album"

type Props = {
  postId: string
  /** The sentences of albums: the translator comes with this dialog, and only when it is opened. */
  messages: ComponentProps<typeof NextIntlClientProvider>["messages"]
  onClose: () => void
}

/** Puts one post into an album, from its own page. */
export function AddToAlbum({ postId, messages, onClose }: Props) {
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages} timeZone="UTC">
      <ChooseAlbum postIds={[postId]} onClose={onClose} />
    </NextIntlClientProvider>
  )
}

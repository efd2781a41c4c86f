"use client"

import { NextIntlClientProvider } from "next-intl"
import { type ComponentProps, useId } from "react"
import { Dialog } from "@/components/ui/dialog"
import { useLocale } from "@/i18n/navigation"
import { type ReceiptedPhoto, StoredReceipts } from "./stored-receipts"

type Props = {
  photos: readonly ReceiptedPhoto[]
  /** The sentences of the receipt: the translator comes with this dialog, and only when it is opened. */
  messages: ComponentProps<typeof NextIntlClientProvider>["messages"]
  title: string
  onClose: () => void
}

/** The receipt of a post, for its author: what the files told, what was removed, what is shown. */
export function ReceiptDialog({ photos, messages, title, onClose }: Props) {
  const locale = useLocale()
  const id = useId()
  return (
    <Dialog open onClose={onClose} labelledBy={id}>
      <h2 id={id} className="h-page">
        {title}
      </h2>
      <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
        <StoredReceipts photos={photos} />
      </NextIntlClientProvider>
    </Dialog>
  )
}

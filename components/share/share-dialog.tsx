"use client"

import { X } from "lucide-react"
import { NextIntlClientProvider } from "next-intl"
import { type ComponentProps, useId } from "react"
import type { LinkTarget } from "@/components/api/links"
import { Dialog } from "@/components/ui/dialog"
import { useLocale } from "@/i18n/navigation"
import { SharePanel } from "./share-panel"

type Props = {
  target: LinkTarget
  /** The sentences of links: the translator comes with this dialog, and only when it is opened. */
  messages: ComponentProps<typeof NextIntlClientProvider>["messages"]
  words: Record<"title" | "close", string>
  onClose: () => void
}

/** The links to a post or an album: made, copied, changed and ended. */
export function ShareDialog({ target, messages, words, onClose }: Props) {
  const locale = useLocale()
  const id = useId()
  return (
    <Dialog open onClose={onClose} labelledBy={id}>
      <div className="row spread">
        <h2 id={id} className="h-sec">
          {words.title}
        </h2>
        <form method="dialog">
          <button type="submit" className="icon -mr-2" aria-label={words.close}>
            <X className="i" aria-hidden="true" />
          </button>
        </form>
      </div>
      <NextIntlClientProvider
        locale={locale}
        messages={messages}
        timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      >
        <SharePanel target={target} />
      </NextIntlClientProvider>
    </Dialog>
  )
}

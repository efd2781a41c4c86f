"use client"

import { Copy, Settings2, Unlink } from "lucide-react"
import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import { Ask } from "@/components/ui/ask"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { LinkView } from "@/core/share/share.schema"
import { useLinkName } from "./use-link-name"

type Props = { link: LinkView; onEdit: () => void; onRevoke: () => Promise<void> }

/** One link: what it is called, what it allows, when it was last opened; to copy, to change, to end. */
export function LinkRow({ link, onEdit, onRevoke }: Props) {
  const t = useTranslations("share")
  const format = useFormatter()
  const problemText = useProblemText()
  const [asks, setAsks] = useState(false)
  const day = (time: string) => format.dateTime(new Date(time), { dateStyle: "medium" })
  const name = useLinkName()(link)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link.url ?? "")
      toast(t("copied"))
    } catch {
      toast(t("copyFailed"))
    }
  }
  const facts = [
    link.ended ? t("over") : t(`kinds.${link.kind}`),
    ...(link.hasPassword ? [t("withPassword")] : []),
    ...(link.endsAt && !link.ended ? [t("until", { date: day(link.endsAt) })] : []),
    ...(link.noDownload ? [t("noDownloads")] : []),
    ...(link.noCamera ? [t("noCamera")] : []),
    ...(link.comments ? [t("takesComments")] : []),
    link.usedAt
      ? t("used", { ago: format.relativeTime(new Date(link.usedAt), { now: new Date() }) })
      : t("unused"),
  ]
  return (
    <li>
      <div className="grow min-w-0">
        <div className="med cut">{name}</div>
        <div className="faint xs">{facts.join(" · ")}</div>
      </div>
      {link.url && !link.ended && (
        <button type="button" className="icon" aria-label={t("copyOf", { name })} onClick={copy}>
          <Copy className="i" aria-hidden="true" />
        </button>
      )}
      <button type="button" className="icon" aria-label={t("change", { name })} onClick={onEdit}>
        <Settings2 className="i" aria-hidden="true" />
      </button>
      <button type="button" className="icon" aria-label={t("revoke", { name })} onClick={() => setAsks(true)}>
        <Unlink className="i" aria-hidden="true" />
      </button>
      <Ask
        open={asks}
        onClose={() => setAsks(false)}
        title={t("revokeTitle")}
        text={t("revokeText")}
        keep={t("keep")}
        act={t("end")}
        onAct={() =>
          onRevoke().catch((error) => {
            toast(problemText(error))
          })
        }
      />
    </li>
  )
}

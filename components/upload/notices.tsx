"use client"

import { History, WifiOff } from "lucide-react"
import { useTranslations } from "next-intl"
import { AskFirst } from "./ask-first"
import { startOver } from "./engine/actions"
import type { Desk } from "./engine/desk-state"
import type { Making } from "./engine/making"
import { tally } from "./engine/uploads-view"

type Props = { desk: Desk; post: Making }

/** What is worth knowing about the whole post: that it was found again, and that the network is gone. */
export function Notices({ desk, post }: Props) {
  const t = useTranslations("upload")
  const { sending } = tally(post.items)
  return (
    <div role="status" className="contents">
      {post.restored && (
        <div className="notice flex-wrap items-center">
          <History className="i" />
          <div className="grow basis-56 stack stack--4">
            <b className="med">{t("restored.title")}</b>
            <span className="muted">{t("restored.text", { count: post.items.length })}</span>
          </div>
          {!post.publishing && (
            <AskFirst
              className="btn btn--quiet btn--sm ml-auto"
              act={t("restored.startOver")}
              title={t("restored.question")}
              text={t("restored.consequence")}
              keep={t("restored.keep")}
              onSure={() => startOver(post)}
            />
          )}
        </div>
      )}
      {!desk.online && (
        <div className="notice notice--warn">
          <WifiOff className="i" />
          <span className="grow">{t("offline", { count: sending })}</span>
        </div>
      )}
    </div>
  )
}

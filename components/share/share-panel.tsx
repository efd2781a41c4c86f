"use client"

import { Plus } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { type LinkTarget, links } from "@/components/api/links"
import { toast } from "@/components/ui/toast"
import { LinkForm } from "./link-form"
import { LinkRow } from "./link-row"
import { useLinks } from "./use-links"

/** All links to one thing, or the one that is being made or changed. */
export function SharePanel({ target }: { target: LinkTarget }) {
  const t = useTranslations("share")
  const { list, failed, reload, put, drop } = useLinks(target)
  const [editing, setEditing] = useState<string>()
  if (failed)
    return (
      <div className="row spread">
        <p className="muted">{t("failed")}</p>
        <button type="button" className="btn btn--line" onClick={reload}>
          {t("again")}
        </button>
      </div>
    )
  if (!list) return <p className="muted">{t("loading")}</p>
  const edited = list.find(({ id }) => id === editing)
  if (list.length === 0 || editing !== undefined)
    return (
      <LinkForm
        target={target}
        link={edited}
        onSaved={(link) => {
          put(link)
          setEditing(undefined)
          toast(t(edited ? "saved" : "made"))
        }}
        onBack={list.length > 0 ? () => setEditing(undefined) : undefined}
      />
    )
  return (
    <>
      <ul className="list" aria-label={t("all")}>
        {list.map((link) => (
          <LinkRow
            key={link.id}
            link={link}
            onEdit={() => setEditing(link.id)}
            onRevoke={async () => {
              await links.revoke(link.id)
              drop(link.id)
              toast(t("revoked"))
            }}
          />
        ))}
      </ul>
      <button type="button" className="btn btn--line justify-self-start" onClick={() => setEditing("")}>
        <Plus className="i i--sm" aria-hidden="true" />
        {t("another")}
      </button>
    </>
  )
}

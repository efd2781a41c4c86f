"use client"

import { Plus, X } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import type { LinkDraft } from "./link-drafts"
import { TextField } from "./text-field"
import type { Faults } from "./use-form"

type Props = {
  drafts: readonly LinkDraft[]
  most: number
  faults: Faults
  onChange: (drafts: LinkDraft[]) => void
}

/** Places elsewhere on the web, a row for each. */
export function LinksField({ drafts, most, faults, onChange }: Props) {
  const t = useTranslations("settings.profile")
  const rows = useRef<HTMLUListElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const grown = useRef(false)
  useEffect(() => {
    if (grown.current) rows.current?.querySelector<HTMLElement>("li:last-child input")?.focus()
    grown.current = false
  })

  const change = (at: number, over: Partial<LinkDraft>) =>
    onChange(drafts.map((draft, index) => (index === at ? { ...draft, ...over } : draft)))
  return (
    <fieldset className="stack stack--16">
      <legend className="field__label mb-1.5">{t("links")}</legend>
      {drafts.length > 0 && (
        <ul ref={rows} className="stack stack--16">
          {drafts.map(({ key, url, label }, at) => (
            <li key={key} className="links-row">
              <TextField
                name={`links.${at}.url`}
                label={t("linkUrl", { place: at + 1 })}
                inputMode="url"
                autoCapitalize="none"
                spellCheck={false}
                placeholder="example.com"
                value={url}
                fault={faults[`links.${at}.url`]}
                onChange={({ currentTarget }) => change(at, { url: currentTarget.value })}
              />
              <TextField
                name={`links.${at}.label`}
                label={t("linkLabel", { place: at + 1 })}
                maxLength={40}
                value={label}
                fault={faults[`links.${at}.label`]}
                onChange={({ currentTarget }) => change(at, { label: currentTarget.value })}
              />
              <button
                type="button"
                className="icon"
                aria-label={t("linkRemove", { place: at + 1 })}
                onClick={() => {
                  onChange(drafts.filter((_, index) => index !== at))
                  add.current?.focus()
                }}
              >
                <X className="i" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <button
        ref={add}
        type="button"
        className="btn btn--line btn--sm justify-self-start"
        aria-disabled={drafts.length >= most}
        onClick={() => {
          if (drafts.length >= most) return
          grown.current = true
          onChange([...drafts, { key: crypto.randomUUID(), url: "", label: "" }])
        }}
      >
        <Plus className="i i--sm" />
        {t("linkAdd")}
      </button>
      {drafts.length >= most && <p className="hint">{t("linksFull", { most })}</p>}
    </fieldset>
  )
}

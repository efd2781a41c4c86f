"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { TextField } from "@/components/account/text-field"
import { type LinkTarget, links } from "@/components/api/links"
import { ProblemError } from "@/components/api-call"
import { Switch } from "@/components/upload/switch"
import { useProblemText } from "@/components/use-problem-text"
import type { LinkView } from "@/core/share/share.schema"
import { EndField } from "./end-field"
import { changeOf, endFault, type LinkDraft, newLinkOf, passwordFault, startOf } from "./link-draft"
import { LinkPassword } from "./link-password"
import { LinkUrl } from "./link-url"

type Props = {
  target: LinkTarget
  /** The one that is changed; a new one without. */
  link?: LinkView
  onSaved: (link: LinkView) => void
  onBack?: () => void
}

/** Makes a link or changes one: a name and its switches, each with its honest limit beneath. */
export function LinkForm({ target, link, onSaved, onBack }: Props) {
  const t = useTranslations("share")
  const problemText = useProblemText()
  const [draft, setDraft] = useState<LinkDraft>(() => startOf(link))
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const set = (some: Partial<LinkDraft>) => setDraft((before) => ({ ...before, ...some }))
  const faults = { password: passwordFault(draft, link), end: endFault(draft) }
  const isFaulty = faults.password !== undefined || faults.end !== undefined
  const save = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      onSaved(
        link
          ? await links.edit(link.id, changeOf(draft, link))
          : await links.create(target, newLinkOf(draft)),
      )
    } catch (error) {
      const [first] = error instanceof ProblemError ? error.errors : []
      setProblem(first?.message ?? problemText(error))
      setBusy(false)
    }
  }
  return (
    <form
      className="stack stack--12"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && !isFaulty) save()
      }}
    >
      {link?.url && <LinkUrl url={link.url} />}
      <FormProblem>{problem}</FormProblem>
      <TextField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        maxLength={60}
        autoComplete="off"
        value={draft.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <div>
        <LinkPassword
          draft={draft}
          kept={link?.hasPassword ?? false}
          fault={faults.password}
          onChange={set}
        />
        <EndField value={draft.endsAt} fault={faults.end} onChange={(endsAt) => set({ endsAt })} />
        <Switch
          label={t("hideDownloads")}
          hint={t("hideDownloadsHint")}
          checked={draft.noDownload}
          onChange={(noDownload) => set({ noDownload })}
        />
        <Switch
          label={t("hideCamera")}
          hint={t("hideCameraHint")}
          checked={draft.noCamera}
          onChange={(noCamera) => set({ noCamera })}
        />
        <Switch
          label={t("takeComments")}
          hint={t(`takeCommentsHint.${target.kind}`)}
          checked={draft.comments}
          onChange={(comments) => set({ comments })}
        />
        {target.kind === "album" && (
          <Switch
            label={t("contribute")}
            hint={t("contributeHint")}
            checked={draft.kind === "contribute"}
            onChange={(on) => set({ kind: on ? "contribute" : "view" })}
          />
        )}
      </div>
      <p className="faint xs">{t(`${target.kind}Hint`)}</p>
      <div className="dialog__end">
        {onBack && (
          <button type="button" className="btn btn--line" onClick={onBack}>
            {t("back")}
          </button>
        )}
        <button type="submit" className="btn btn--primary" aria-disabled={busy || isFaulty}>
          {busy && <span className="spin" aria-hidden="true" />}
          {t(link ? "save" : "make")}
        </button>
      </div>
    </form>
  )
}

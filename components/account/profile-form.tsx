"use client"

import { useLocale, useTranslations } from "next-intl"
import { useState } from "react"
import { account } from "@/components/api/account"
import { Switch } from "@/components/upload/switch"
import type { MeView } from "@/core/user/user.schema"
import { useRouter } from "@/i18n/navigation"
import { BioField } from "./bio-field"
import { FormProblem } from "./form-problem"
import { FormSaved } from "./form-saved"
import { type LinkDraft, linksOf, written } from "./link-drafts"
import { LinksField } from "./links-field"
import { LocaleField } from "./locale-field"
import { SubmitButton } from "./submit-button"
import { TextField } from "./text-field"
import { useChecks } from "./use-checks"
import { useForm } from "./use-form"

type Props = { me: MeView; mostLinks: number }

/** Changes what others see beside one's photos, and the language: whoever chooses another one goes on in it. */
export function ProfileForm({ me, mostLinks }: Props) {
  const t = useTranslations("settings.profile")
  const locale = useLocale()
  const router = useRouter()
  const check = useChecks()
  const [saved, setSaved] = useState(false)
  const [unlisted, setUnlisted] = useState(me.unlisted)
  const [links, setLinks] = useState<LinkDraft[]>(() =>
    me.links.map(({ url, label = "" }, index) => ({ key: String(index), url, label })),
  )
  const { form, faults, problem, busy } = useForm({
    check: ({ handle }) => {
      setSaved(false)
      return { handle: check.handle(handle) }
    },
    run: async ({ handle, name, bio, locale: chosen }) => {
      // Empty rows go first, so that a fault of the third link stands beside the third row.
      const kept = written(links)
      setLinks(kept)
      const changed = await account.update({
        handle,
        name,
        bio,
        links: linksOf(kept),
        unlisted,
        locale: chosen === "ja" ? "ja" : "en",
      })
      setSaved(true)
      const moves = changed.locale !== me.locale && changed.locale !== locale
      if (moves) router.replace("/settings/profile", { locale: changed.locale })
      else router.refresh()
    },
  })
  return (
    <form {...form} className="stack stack--24">
      <FormProblem>{problem}</FormProblem>
      <TextField
        name="name"
        label={t("name")}
        autoComplete="name"
        maxLength={60}
        defaultValue={me.name}
        fault={faults.name}
      />
      <TextField
        name="handle"
        label={t("handle")}
        prefix="@"
        hint={t("handleHint")}
        autoComplete="nickname"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={31}
        defaultValue={me.handle}
        fault={faults.handle}
      />
      <BioField value={me.bio} fault={faults.bio} />
      <LinksField drafts={links} most={mostLinks} faults={faults} onChange={setLinks} />
      <LocaleField value={me.locale} />
      <div className="field">
        <Switch label={t("unlisted")} checked={unlisted} onChange={setUnlisted} />
        <p className="hint">{t("unlistedHint")}</p>
      </div>
      <SubmitButton busy={busy}>{t("submit")}</SubmitButton>
      <FormSaved>{saved && t("saved")}</FormSaved>
    </form>
  )
}

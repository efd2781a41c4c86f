"use client"

import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import { safety } from "@/components/api/safety"
import { ProblemError } from "@/components/api-call"
import { Refusal } from "@/components/safety/refusal"
import { useSending } from "@/components/safety/use-sending"
import { hideMenu } from "@/components/ui/hide-menu"
import { Menu } from "@/components/ui/menu"
import { toast } from "@/components/ui/toast"
import { usePageKeys } from "@/components/ui/use-page-keys"
import { type Act, type CaseView, maxReason, Rule, type Seen } from "@/core/moderation/moderation.schema"
import { useRouter } from "@/i18n/navigation"
import { caseHref, type Place } from "./case-href"
import { noticeFor } from "./notice-for"
import { hrefAfter } from "./steps"

type Props = { shown: CaseView; place: Place; items: readonly string[]; seen: readonly Seen[] }

/** It is no longer as it was shown. */
const stale = ["case_grew", "case_decided"]

/** What fits what was reported, to begin with. */
const ruleFor: Partial<Record<CaseView["kinds"][number], Rule>> = {
  spam: "spam",
  sexual: "sexual_content",
  harassment: "harassment",
  violence: "violence",
  self_harm: "self_harm",
  stolen: "copyright",
  legal: "copyright",
  minors: "minors",
  private_information: "private_information",
}

/** Decides about the case, and about those that are ticked in the queue, in words that the author reads. */
export function DecideForm({ shown, place, items, seen }: Props) {
  const { target, acts, kinds } = shown
  const t = useTranslations("safety")
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [reason, setReason] = useState("")
  const { refusal, setRefusal, busy, send } = useSending()
  const calm: Act = acts.includes("approve") ? "approve" : "dismiss"
  const again = (error: unknown): never => {
    if (error instanceof ProblemError && stale.includes(error.reason ?? "")) {
      router.replace(caseHref(place, target))
      router.refresh()
    }
    throw error
  }
  const decide = (act: Act) => {
    hideMenu("other-acts")
    if (!form.current) return
    if (act !== calm && act !== "dismiss" && reason.trim().length < 3)
      return setRefusal(t("desk.reasonShort"))
    const data = new FormData(form.current)
    const rule = Rule.catch("other").parse(data.get("rule"))
    const targets = [...new Set([target, ...data.getAll("also").map(String)])]
    const takedownId = targets.length === 1 ? noticeFor(shown, act, rule) : undefined
    send(async () => {
      const decision = { targets, act, rule, reason, ...(takedownId ? { takedownId } : {}) }
      const { decisions, refused } = await safety
        .decide({ ...decision, seen: seen.filter((each) => targets.includes(each.target)) })
        .catch(again)
      toast(t("desk.decidedToast", { count: decisions.length }))
      if (refused.length > 0) toast(t("desk.refusedToast", { count: refused.length }))
      router.replace(hrefAfter(items, place, target, targets))
      router.refresh()
    })
  }
  usePageKeys({ h: () => acts.includes("hide") && decide("hide"), l: () => decide(calm) })
  const others = acts.filter((act) => act !== "hide" && act !== calm)
  return (
    <form id="decide" ref={form} className="stack" onSubmit={(event) => event.preventDefault()}>
      <div className="field">
        <label className="field__label" htmlFor="rule">
          {t("desk.rule")}
        </label>
        <select
          id="rule"
          name="rule"
          className="input"
          defaultValue={ruleFor[kinds[0] ?? "other"] ?? "other"}
        >
          {Rule.options.map((rule) => (
            <option key={rule} value={rule}>
              {t(`rules.${rule}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label className="field__label" htmlFor="why">
          {t("desk.why")}
        </label>
        <textarea
          id="why"
          className="input min-h-18"
          rows={2}
          maxLength={maxReason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Refusal text={refusal} />
      <div className="row decide sticky-end">
        {acts.includes("hide") && (
          <button
            type="button"
            className="btn btn--primary"
            aria-disabled={busy}
            onClick={() => decide("hide")}
          >
            {t("acts.hide")} <kbd className="only-desk">h</kbd>
          </button>
        )}
        <button type="button" className="btn btn--line" aria-disabled={busy} onClick={() => decide(calm)}>
          {t(`acts.${calm}`)} <kbd className="only-desk">l</kbd>
        </button>
        {others.length > 0 && (
          <Menu id="other-acts" className="btn btn--quiet" label={t("desk.other")} button={t("desk.other")}>
            {others.map((act) => (
              <button key={act} type="button" onClick={() => decide(act)}>
                {t(`acts.${act}`)}
              </button>
            ))}
          </Menu>
        )}
      </div>
      <p className="hint">{t("desk.logged")}</p>
    </form>
  )
}

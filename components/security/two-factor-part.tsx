"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import { security } from "@/components/api/security"
import { Ask } from "@/components/ui/ask"
import { toast } from "@/components/ui/toast"
import type { TwoFactorKeyView, TwoFactorView } from "@/core/second-factor/second-factor.schema"
import { useRouter } from "@/i18n/navigation"
import { Enrol } from "./enrol"
import { RecoveryCodes } from "./recovery-codes"
import { useConfirmed } from "./use-confirmed"

/** Turning the second step of signing in on and off, and its recovery codes. */
export function TwoFactorPart({ state }: { state: TwoFactorView }) {
  const t = useTranslations("security.twoFactor")
  const format = useFormatter()
  const router = useRouter()
  const { run, busy, dialog } = useConfirmed()
  const [key, setKey] = useState<TwoFactorKeyView>()
  const [codes, setCodes] = useState<readonly string[]>()
  const [asking, setAsking] = useState(false)
  // Codes are told only of what is on, also before the page has caught up.
  const on = state.on || codes !== undefined
  const since = state.since && format.dateTime(new Date(state.since), { dateStyle: "medium" })

  const begin = () => run(async () => setKey(await security.begin()))
  const renew = () => run(async () => setCodes((await security.renewCodes()).codes))
  const turnOff = async () => {
    setAsking(false)
    await run(async () => {
      await security.turnOff()
      toast(t("turnedOff"))
      router.refresh()
    })
  }
  const confirmed = (made: readonly string[]) => {
    setKey(undefined)
    setCodes(made)
    router.refresh()
  }
  return (
    <section className="stack stack--16 border-t border-line pt-6" aria-labelledby="two-factor">
      <div className="stack stack--4">
        <div className="row">
          <h2 className="h-sec" id="two-factor">
            {t("title")}
          </h2>
          <span className={on ? "badge badge--ok" : "badge"}>{t(on ? "on" : "off")}</span>
        </div>
        <p className="muted">{t("lead")}</p>
      </div>
      {codes ? (
        <RecoveryCodes
          codes={codes}
          onDone={() => {
            setCodes(undefined)
            router.refresh()
          }}
        />
      ) : key ? (
        <Enrol shown={key} onConfirmed={confirmed} onCancel={() => setKey(undefined)} />
      ) : state.on ? (
        <>
          <p className="base">
            {t("since", { date: since ?? "" })} {t("codesLeft", { count: state.codesLeft })}
          </p>
          <div className="row row--wrap">
            <button type="button" className="btn btn--line" aria-disabled={busy} onClick={renew}>
              {t("renew")}
            </button>
            <button
              type="button"
              className="btn btn--danger-quiet"
              aria-disabled={busy}
              onClick={() => setAsking(true)}
            >
              {t("turnOff")}
            </button>
          </div>
        </>
      ) : (
        <div>
          <button type="button" className="btn btn--line" aria-disabled={busy} onClick={begin}>
            {t("turnOn")}
          </button>
        </div>
      )}
      <Ask
        open={asking}
        onClose={() => setAsking(false)}
        title={t("ask")}
        text={t("askText")}
        keep={t("keep")}
        act={t("turnOff")}
        onAct={turnOff}
      />
      {dialog}
    </section>
  )
}

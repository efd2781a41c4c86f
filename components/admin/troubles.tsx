import { CircleCheck, TriangleAlert } from "lucide-react"
import { getLocale, getTranslations } from "next-intl/server"
import type { JourneyName, StatusView } from "@/core/status/status.schema"
import { Command } from "./command"
import { keyOf, took } from "./journey-key"

/** Where looking further begins, for each journey. */
const next: Record<JourneyName, string> = {
  "sign in": "diagnose 403",
  upload: "diagnose upload",
  process: "diagnose upload",
  feed: "diagnose slow-api",
  share: "diagnose cache",
}

/** What burns, in a sentence each, and the command to go on with; open incidents first. */
export async function Troubles({ status, stage }: { status: StatusView; stage: string }) {
  const [t, locale] = await Promise.all([getTranslations("admin.health"), getLocale()])
  const open = status.incidents.filter(({ state }) => state !== "resolved")
  const bad = status.journeys.filter(({ state }) => state === "down" || state === "slow")
  if (open.length === 0 && bad.length === 0)
    return (
      <p className={`notice ${status.state === "working" ? "notice--ok" : ""}`}>
        {status.state === "working" && <CircleCheck className="i" aria-hidden="true" />}
        {status.state === "working" ? t("allWell") : t("notLooked")}
      </p>
    )
  return (
    <>
      {open.map(({ id, title, state, journeys, openedAt }) => (
        <div key={id} className="notice notice--danger">
          <TriangleAlert className="i" aria-hidden="true" />
          <div className="grow stack stack--4">
            <b className="med">{title[locale === "ja" ? "ja" : "en"] ?? title.en ?? title.ja}</b>
            <p className="muted">
              {t("incident", {
                state: t(`incidentStates.${state}`),
                journeys: journeys.map((name) => t(`journeys.${keyOf(name)}`)).join(t("comma")),
                since: openedAt.slice(0, 16).replace("T", " "),
              })}
            </p>
            <Command line={`incident update ${id}`} stage={stage} />
          </div>
        </div>
      ))}
      {bad.map(({ name, state, last }) => (
        <div key={name} className={`notice notice--${state === "down" ? "danger" : "warn"}`}>
          <TriangleAlert className="i" aria-hidden="true" />
          <div className="grow stack stack--4">
            <b className="med">
              {t(`trouble.${state as "down" | "slow"}`, { journey: t(`journeys.${keyOf(name)}`) })}
            </b>
            {last && (
              <p className="muted">
                {t("troubleSince", {
                  at: last.at.slice(11, 16),
                  took: took(t, last.milliseconds),
                })}
              </p>
            )}
            <Command line={next[name]} stage={stage} />
          </div>
        </div>
      ))}
    </>
  )
}

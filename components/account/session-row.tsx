import { Laptop, Smartphone } from "lucide-react"
import { getFormatter, getLocale, getTranslations } from "next-intl/server"
import { deviceOf } from "@/core/session/device.schema"
import type { SessionView } from "@/core/session/session.schema"
import { EndSessionButton } from "./end-session-button"
import { placeText } from "./place-text"

/** One signed-in device, and the way to end it. */
export async function SessionRow({ session }: { session: SessionView }) {
  const [t, format, locale] = await Promise.all([
    getTranslations("settings.sessions"),
    getFormatter(),
    getLocale(),
  ])
  const seen = t("seen", { when: format.relativeTime(new Date(session.lastSeenAt), new Date()) })
  const { browser, system, kind } = deviceOf(session.userAgent)
  const device =
    browser || system
      ? t("device", { browser: browser ?? t("unknownBrowser"), system: system ?? t("unknownSystem") })
      : t("unknown")
  const Icon = kind === "phone" ? Smartphone : Laptop
  return (
    <li>
      <Icon className="i i--lg muted" />
      <div className="grow">
        <div className="row">
          <span className="med cut">{device}</span>
          {session.unfamiliar && !session.current && <span className="badge badge--warn">{t("new")}</span>}
        </div>
        <div className="faint xs">
          {[session.current ? t("here") : seen, placeText(session.place, locale)].filter(Boolean).join(" · ")}
        </div>
      </div>
      {session.current ? (
        <span className="badge badge--ok">{t("now")}</span>
      ) : (
        <EndSessionButton sessionId={session.id} name={t("endName", { device })}>
          {t("end")}
        </EndSessionButton>
      )}
    </li>
  )
}

import { Laptop, Smartphone } from "lucide-react"
import { getFormatter, getTranslations } from "next-intl/server"
import type { SessionView } from "@/core/session/session.schema"
import { deviceOf } from "./device"
import { EndSessionButton } from "./end-session-button"

/** One signed-in device, and the way to end it. */
export async function SessionRow({ session }: { session: SessionView }) {
  const [t, format] = await Promise.all([getTranslations("settings.sessions"), getFormatter()])
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
        <div className="med cut">{device}</div>
        <div className="faint xs">
          {session.current
            ? t("here")
            : t("seen", { when: format.relativeTime(new Date(session.lastSeenAt), new Date()) })}
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

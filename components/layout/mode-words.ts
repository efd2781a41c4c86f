import { useLocale, useTranslations } from "next-intl"
import type { ModeView } from "@/core/emergency/emergency.schema"

/** What a mode other than normal means for whoever reads the page, and until when. */
export function useModeText({ mode, until }: ModeView): string {
  const [t, locale] = [useTranslations("layout.mode"), useLocale()]
  if (mode === "normal") return ""
  return until
    ? `${t(mode)}${locale === "ja" ? "" : " "}${t("until", { time: timeOf(until, locale) })}`
    : t(mode)
}

/** A day and time of day: the server does not know where its reader is, so it names the zone. */
const timeOf = (at: string, locale: string) =>
  new Intl.DateTimeFormat(locale, {
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZone: locale === "ja" ? "Asia/Tokyo" : "UTC",
    timeZoneName: "short",
  }).format(Date.parse(at))

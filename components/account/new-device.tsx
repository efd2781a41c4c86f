import { getFormatter, getLocale, getTranslations } from "next-intl/server"
import type { SessionView } from "@/core/session/session.schema"
import { NewDeviceActs } from "./new-device-acts"
import { placeText } from "./place-text"

/** Asks about a sign-in from a device that one had not been on before. */
export async function NewDevice({ session }: { session: SessionView }) {
  const [t, format, locale] = await Promise.all([
    getTranslations("settings.sessions"),
    getFormatter(),
    getLocale(),
  ])
  const when = format.relativeTime(new Date(session.createdAt), new Date())
  const place = placeText(session.place, locale)
  return (
    <NewDeviceActs
      sessionId={session.id}
      text={place ? t("newDeviceFrom", { place, when }) : t("newDevice", { when })}
    />
  )
}

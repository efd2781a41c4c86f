const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const
const week = 7 * 86_400

/**
 * When something was, for lists that also grow in the browser, where no translator is loaded: how long ago in the
 * first week, then the day.
 * @param at in ISO-8601
 * @param now in milliseconds
 */
export function timeAgo(at: string, now: number, locale: "en" | "ja"): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(at)) / 1000))
  if (seconds >= week) {
    return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(at))
  }
  // Japanese sets no space between number and unit.
  const style = locale === "ja" ? "narrow" : "long"
  const format = new Intl.RelativeTimeFormat(locale, { style, numeric: "auto" })
  const [unit, length] = units.find(([, size]) => seconds >= size) ?? ["second", Math.max(1, seconds)]
  return unit === "second" ? format.format(0, unit) : format.format(-Math.floor(seconds / length), unit)
}

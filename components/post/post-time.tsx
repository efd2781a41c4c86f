import { useFormatter, useLocale, useNow } from "next-intl"

const week = 7 * 24 * 60 * 60 * 1000

/** When it was posted: how long ago in the first week, then the day. The exact time is in its title. */
export function PostTime({ at }: { at: string }) {
  const format = useFormatter()
  const now = useNow()
  // Japanese sets no space between number and unit.
  const style = useLocale() === "ja" ? "narrow" : "long"
  const date = new Date(at)
  const young = now.getTime() - date.getTime() < week
  return (
    <time
      dateTime={at}
      title={format.dateTime(date, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" })}
    >
      {young ? format.relativeTime(date, { now, style }) : format.dateTime(date, { dateStyle: "long" })}
    </time>
  )
}

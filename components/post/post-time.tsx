import { useFormatter, useNow } from "next-intl"

const week = 7 * 24 * 60 * 60 * 1000

/** When it was posted: how long ago in the first week, then the day. The exact time is in its title. */
export function PostTime({ at }: { at: string }) {
  const format = useFormatter()
  const now = useNow()
  const date = new Date(at)
  const young = now.getTime() - date.getTime() < week
  return (
    <time
      dateTime={at}
      title={format.dateTime(date, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" })}
    >
      {young ? format.relativeTime(date, now) : format.dateTime(date, { dateStyle: "long" })}
    </time>
  )
}

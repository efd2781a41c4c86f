"use client"

import { useEffect, useState } from "react"
import { useLocale } from "@/i18n/navigation"

type Props = {
  at: string
  /** With `{date}`. */
  sentence: string
}

/** When a post is to be published, in the zone of whoever looks: the server does not know it. */
export function DraftTime({ at, sentence }: Props) {
  const locale = useLocale()
  const [timeZone, setTimeZone] = useState("UTC")
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short", timeZone })
  return <time dateTime={at}>{sentence.replace("{date}", date.format(new Date(at)))}</time>
}

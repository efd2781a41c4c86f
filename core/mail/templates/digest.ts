import { config } from "../../config"
import type { NotificationView } from "../../notification/notification.schema"
import type { Locale } from "../../user/user.schema"
import type { Mail } from "../transport"
import { digestWords } from "./digest-words"
import { button, lineTo, page, paragraph, small, smallTo } from "./html"

type Options = {
  /** Whether there is more than is told. */
  more: boolean
  /** For the page on which the reader ends these mails without signing in. */
  token: string
  /** Where a mail program ends them with one POST, as RFC 8058 has it. */
  oneClick: string
}

/** What happened since the last one, in the person's language; a line each, which leads to it. */
export function digest(locale: Locale, news: readonly NotificationView[], options: Options): Mail {
  const { siteName, siteUrl } = config.settings
  const base = locale === "en" ? siteUrl : `${siteUrl}/${locale}`
  const words = digestWords[locale](siteName)
  const lines = news.map((item) => ({ text: words.line(item), url: base + pathOf(item) }))
  const all = `${base}/notifications`
  const settings = `${base}/settings/notifications`
  const end = `${base}/unsubscribe?token=${encodeURIComponent(options.token)}`
  const subject = words.subject(news.length, options.more, lines[0]?.text ?? "")
  const more = options.more ? [words.more] : []
  const text = [
    words.lead,
    "",
    ...lines.map((line) => `${line.text}\n${line.url}\n`),
    ...more,
    `${words.button}: ${all}`,
    "",
    words.why,
    `${words.settings}: ${settings}`,
    `${words.end}: ${end}`,
    "",
    siteName,
  ].join("\n")
  const body = [
    paragraph(words.lead),
    ...lines.map((line) => lineTo(line.text, line.url)),
    ...(options.more ? [`<p style="margin:12px 0 0"></p>${small(words.more)}`] : []),
    button(words.button, all),
    small(words.why),
    smallTo(words.settings, settings),
    smallTo(words.end, end),
  ]
  return {
    subject,
    text,
    html: page(locale, subject, siteName, body),
    headers: {
      "List-Unsubscribe": `<${options.oneClick}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  }
}

function pathOf({ kind, post, actors }: NotificationView): string {
  if (post) return `/p/${post.id}`
  const [first] = actors
  return first && kind !== "request" && actors.length === 1 ? `/u/${first.handle}` : "/notifications"
}

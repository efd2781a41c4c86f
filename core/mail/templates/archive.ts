import { config } from "../../config"
import type { Locale } from "../../user/user.schema"
import type { Mail } from "../transport"
import { button, page, paragraph, small } from "./html"

type Words = { subject: string; lines: string[]; button: string; path: string; end: string }

const words: Record<Locale, (site: string) => Words> = {
  en: (site) => ({
    subject: `Your archive of ${site} is ready`,
    lines: ["The archive that you asked for is ready.", "It stays for seven days."],
    button: "Download it",
    path: "/settings/data",
    end: "Nobody but you can download it. If you did not ask for it, change your password.",
  }),
  ja: (site) => ({
    subject: `${site}：アーカイブの準備ができました`,
    lines: ["お申し込みのアーカイブの準備ができました。", "7日間ダウンロードできます。"],
    button: "ダウンロードする",
    path: "/ja/settings/data",
    end: "ダウンロードできるのはご本人だけです。心当たりがなければ、パスワードを変更してください。",
  }),
}

/** Says that an archive is ready. It leads to the settings: no link in a mail opens an archive. */
export function archiveReady(locale: Locale): Mail {
  const { siteName, siteUrl } = config.settings
  const { subject, lines, button: label, path, end } = words[locale](siteName)
  const url = `${siteUrl}${path}`
  const text = [...lines, "", `${label}:`, url, "", end, "", siteName].join("\n")
  const body = [...lines.map(paragraph), button(label, url), small(end)]
  return { subject, text, html: page(locale, subject, siteName, body) }
}

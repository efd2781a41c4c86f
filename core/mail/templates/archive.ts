import { config } from "../../config"
import type { Locale } from "../../user/user.schema"
import type { Mail } from "../transport"
import { button, page, paragraph, small } from "./html"

type How = "ready" | "failed"
type Words = { subject: string; lines: string[]; button: string; end: string }

const words: Record<Locale, (site: string) => Record<How, Words>> = {
  en: (site) => ({
    ready: {
      subject: `Your archive of ${site} is ready`,
      lines: ["The archive that you asked for is ready.", "It stays for seven days."],
      button: "Download it",
      end: "Nobody but you can download it. If you did not ask for it, change your password.",
    },
    failed: {
      subject: `Your archive of ${site} could not be made`,
      lines: ["Making the archive that you asked for failed several times. What you have here is untouched."],
      button: "Try again",
      end: "If you did not ask for it, change your password.",
    },
  }),
  ja: (site) => ({
    ready: {
      subject: `${site}：アーカイブの準備ができました`,
      lines: ["お申し込みのアーカイブの準備ができました。", "7日間ダウンロードできます。"],
      button: "ダウンロードする",
      end: "ダウンロードできるのはご本人だけです。心当たりがなければ、パスワードを変更してください。",
    },
    failed: {
      subject: `${site}：アーカイブを作成できませんでした`,
      lines: ["お申し込みのアーカイブの作成に何度か失敗しました。ここにあるデータはそのままです。"],
      button: "もう一度試す",
      end: "心当たりがなければ、パスワードを変更してください。",
    },
  }),
}

/** Says what became of an archive. It leads to the settings: no link in a mail opens an archive. */
export function archiveEnded(locale: Locale, how: How): Mail {
  const { siteName, siteUrl } = config.settings
  const { subject, lines, button: label, end } = words[locale](siteName)[how]
  const url = `${siteUrl}${locale === "en" ? "" : `/${locale}`}/settings/data`
  const text = [...lines, "", `${label}:`, url, "", end, "", siteName].join("\n")
  const body = [...lines.map(paragraph), button(label, url), small(end)]
  return { subject, text, html: page(locale, subject, siteName, body) }
}

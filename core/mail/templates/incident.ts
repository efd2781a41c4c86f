import { config } from "../../config"
import type { Words } from "../../status/status.schema"
import type { Locale } from "../../user/user.schema"
import type { Mail } from "../transport"
import { button, page, paragraph, small } from "./html"

const words: Record<Locale, (site: string) => { lead: string; button: string; path: string; why: string }> = {
  en: (site) => ({
    lead: `Something at ${site} concerned you:`,
    button: "See how it stands",
    path: "/status",
    why: "You get this once for each piece of news, because what happened may have affected your account or your photos.",
  }),
  ja: (site) => ({
    lead: `${site}で、お客様に関わることがありました。`,
    button: "現在の状況を見る",
    path: "/ja/status",
    why: "アカウントや写真に影響があった可能性のある方に、お知らせごとに一度だけお送りしています。",
  }),
}

/** What everybody affected by an incident is told, in their language; in the other where nobody has translated it. */
export function incident(locale: Locale, title: Words, said: Words): Mail {
  const { siteName, siteUrl } = config.settings
  const { lead, button: label, path, why } = words[locale](siteName)
  const [subject, text] = [inLocale(title, locale), inLocale(said, locale)]
  const url = `${siteUrl}${path}`
  return {
    subject: `${subject} · ${siteName}`,
    text: [lead, "", subject, "", text, "", `${label}: ${url}`, "", why, "", siteName].join("\n"),
    html: page(locale, subject, siteName, [
      paragraph(lead),
      paragraph(subject),
      paragraph(text),
      button(label, url),
      small(why),
    ]),
  }
}

const inLocale = ({ en, ja }: Words, locale: Locale) => (locale === "en" ? (en ?? ja) : (ja ?? en)) ?? ""

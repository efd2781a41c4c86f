import { config } from "../../config"
import type { Device } from "../../session/device.schema"
import type { Locale } from "../../user/user.schema"
import type { Mail } from "../transport"
import { button, page, paragraph, small } from "./html"

/** What is known of a sign-in. */
export type SignInFacts = { device: Device; city?: string; country?: string; at: Date }

type Words = {
  subject: string
  lead: string
  device: string
  place: string
  when: string
  button: string
  path: string
  end: string
}

const words: Record<Locale, (site: string) => Words> = {
  en: (site) => ({
    subject: `A new device signed in to ${site}`,
    lead: "Somebody, hopefully you, signed in to your account on a device that we have not seen before.",
    device: "Device",
    place: "Place",
    when: "Time",
    button: "Look at it, or end it",
    path: "/settings/sessions",
    end: "If it was you, do nothing, or say so there. If it was not, end that session there and choose a new password: whoever signed in knows your present one, or has your mail.",
  }),
  ja: (site) => ({
    subject: `${site}：新しい端末からのログイン`,
    lead: "これまで使われたことのない端末から、あなたのアカウントにログインがありました。",
    device: "端末",
    place: "場所",
    when: "日時",
    button: "確認する・ログアウトさせる",
    path: "/ja/settings/sessions",
    end: "ご本人であれば、何もしなくて大丈夫です。心当たりがなければ、このページからその端末をログアウトさせ、新しいパスワードを設定してください。パスワードを知られているか、メールを見られているおそれがあります。",
  }),
}

const languages: Record<Locale, string> = { en: "en-GB", ja: "ja-JP" }

/** Tells a person of a sign-in on a device that they had not been on before. */
export function signInAlert(locale: Locale, { device, city, country, at }: SignInFacts): Mail {
  const { siteName, siteUrl } = config.settings
  const said = words[locale](siteName)
  const region = country && new Intl.DisplayNames(languages[locale], { type: "region" }).of(country)
  const when = new Intl.DateTimeFormat(languages[locale], {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(at)
  const facts = [
    [said.device, [device.browser, device.system].filter(Boolean).join(locale === "ja" ? "・" : " on ")],
    [said.place, [city, region].filter(Boolean).join(locale === "ja" ? "、" : ", ")],
    [said.when, `${when} (UTC)`],
  ].flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
  const url = `${siteUrl}${said.path}`
  return {
    subject: said.subject,
    text: [said.lead, "", ...facts, "", `${said.button}:`, url, "", said.end, "", siteName].join("\n"),
    html: page(locale, said.subject, siteName, [
      paragraph(said.lead),
      ...facts.map(paragraph),
      button(said.button, url),
      small(said.end),
    ]),
  }
}

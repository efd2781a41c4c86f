import { config } from "../../config"
import type { Locale } from "../../user/user.schema"
import type { Mail } from "../transport"
import { button as buttonTo, page, paragraph, small } from "./html"

export type Template = "verify" | "reset" | "known"
type Words = { subject: string; lines: string[]; button: string; path: string; end: string }

const words: Record<Locale, (site: string) => Record<Template, Words>> = {
  en: (site) => ({
    verify: {
      subject: `Confirm your e-mail for ${site}`,
      lines: [`Welcome to ${site}.`, "One step is left: confirm that this address is yours."],
      button: "Confirm this address",
      path: "/verify",
      end: "The link works for two days. If you did not sign up, do nothing: the account stays closed.",
    },
    reset: {
      subject: `A new password for ${site}`,
      lines: ["Somebody, probably you, asked for a new password."],
      button: "Choose a new password",
      path: "/reset",
      end: "The link works for one hour, once. If you did not ask, do nothing: your password stays as it is.",
    },
    known: {
      subject: `You already have an account at ${site}`,
      lines: ["Somebody, probably you, tried to sign up with this address. It already has an account."],
      button: "Sign in",
      path: "/signin",
      end: "If you forgot the password, you can choose a new one there. If it was not you, nothing has changed.",
    },
  }),
  ja: (site) => ({
    verify: {
      subject: `${site}：メールアドレスの確認`,
      lines: [`${site}へようこそ。`, "あとひとつだけ。このメールアドレスがご本人のものか、ご確認ください。"],
      button: "このアドレスを確認する",
      path: "/ja/verify",
      end: "リンクは2日間使えます。登録した覚えがなければ、何もしなくて大丈夫です。アカウントは開かれません。",
    },
    reset: {
      subject: `${site}：新しいパスワード`,
      lines: ["パスワードの再設定が申し込まれました。"],
      button: "新しいパスワードを決める",
      path: "/ja/reset",
      end: "リンクは1時間、一度だけ使えます。心当たりがなければ、何もしなくて大丈夫です。パスワードは変わりません。",
    },
    known: {
      subject: `${site}：すでにアカウントがあります`,
      lines: ["このメールアドレスで登録の申し込みがありましたが、すでにアカウントがあります。"],
      button: "ログインする",
      path: "/ja/signin",
      end: "パスワードをお忘れなら、そのページで新しく決められます。心当たりがなければ、何も変わっていません。",
    },
  }),
}

/**
 * A mail about an account, in the person's language.
 * @param token goes into the link's query; without one the link leads to a plain page
 */
export function render(template: Template, locale: Locale, token?: string): Mail {
  const { siteName, siteUrl } = config.settings
  const { subject, lines, button, path, end } = words[locale](siteName)[template]
  const url = `${siteUrl}${path}${token ? `?token=${encodeURIComponent(token)}` : ""}`
  const text = [...lines, "", `${button}:`, url, "", end, "", siteName].join("\n")
  const body = [...lines.map(paragraph), buttonTo(button, url), small(end)]
  return { subject, text, html: page(locale, subject, siteName, body) }
}

import { config } from "../config"
import type { Locale } from "../user/user.schema"
import type { Mail } from "./transport"

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
  return { subject, text, html: html(locale, subject, lines, button, url, end, siteName) }
}

function html(
  lang: Locale,
  title: string,
  lines: string[],
  button: string,
  url: string,
  end: string,
  site: string,
) {
  const p = (line: string) => `<p style="margin:0 0 16px">${escapeHtml(line)}</p>`
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<body style="margin:0;background:#fafafa;color:#171716;font:16px/1.6 -apple-system,'Segoe UI','Hiragino Sans','Noto Sans JP',sans-serif">
<div style="max-width:480px;margin:0 auto;padding:40px 24px">
<p style="margin:0 0 32px;font-weight:600">${escapeHtml(site)}</p>
${lines.map(p).join("\n")}
<p style="margin:32px 0"><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#171716;color:#fff;text-decoration:none">${escapeHtml(button)}</a></p>
<p style="margin:0;color:#555552;font-size:14px">${escapeHtml(end)}</p>
</div></body></html>`
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

import { config } from "../../config"
import type { Locale } from "../../user/user.schema"
import type { Mail } from "../transport"
import { button as buttonTo, page, paragraph, small } from "./html"

type Occasion = "leaving" | "erased"
type Words = { subject: string; lines: string[]; button: string; path: string; end: string }

const words: Record<Locale, (site: string, day: string) => Record<Occasion, Words>> = {
  en: (site, day) => ({
    leaving: {
      subject: `Your account at ${site} will be deleted`,
      lines: [
        `You asked for your account to be deleted. Nobody sees it any more, and on ${day} everything in it is erased for good.`,
        "Until then you can come back: sign in, and press “Keep my account”. Everything will be as it was.",
      ],
      button: "Sign in and keep it",
      path: "/signin?next=%2Fsettings%2Fdata",
      end: "If it was not you who asked, sign in, keep the account, and choose a new password.",
    },
    erased: {
      subject: `Your account at ${site} is erased`,
      lines: ["It is done: your posts, your photos and everything else that was yours are erased."],
      button: "What remains, and for how long",
      path: "/privacy#deleted",
      end: "This is the last mail that you get from here. Your address is erased too.",
    },
  }),
  ja: (site, day) => ({
    leaving: {
      subject: `${site}：アカウントの削除を受け付けました`,
      lines: [
        `アカウントの削除を受け付けました。いまは誰からも見えません。${day}に、すべてのデータを完全に消去します。`,
        "それまでは、いつでも戻れます。ログインして「アカウントを残す」を押すと、すべて元どおりになります。",
      ],
      button: "ログインしてアカウントを残す",
      path: "/ja/signin?next=%2Fja%2Fsettings%2Fdata",
      end: "心当たりがないときは、ログインしてアカウントを残し、パスワードを変更してください。",
    },
    erased: {
      subject: `${site}：アカウントを消去しました`,
      lines: ["投稿、写真、そのほかあなたのデータをすべて消去しました。"],
      button: "残るものと、その期間",
      path: "/ja/privacy#deleted",
      end: "このメールが最後のお知らせです。メールアドレスも消去します。",
    },
  }),
}

/**
 * A mail about going away, in the person's language.
 * @param at when everything is erased
 */
export function farewell(occasion: Occasion, locale: Locale, at: string): Mail {
  const { siteName, siteUrl } = config.settings
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(at))
  const { subject, lines, button, path, end } = words[locale](siteName, day)[occasion]
  const url = siteUrl + path
  const text = [...lines, "", `${button}:`, url, "", end, "", siteName].join("\n")
  const body = [...lines.map(paragraph), buttonTo(button, url), small(end)]
  return { subject, text, html: page(locale, subject, siteName, body) }
}

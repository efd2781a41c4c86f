import { config } from "../../config"
import type { Locale } from "../../user/user.schema"
import type { Mail } from "../transport"
import { button, page, paragraph, small } from "./html"

type Counts = { imported: number; duplicate: number; skipped: number }
type Words = { subject: string; lines: string[]; button: string; end: string }

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

const words: Record<Locale, (site: string, counts: Counts) => Record<"done" | "failed", Words>> = {
  en: (site, { imported, duplicate, skipped }) => ({
    done: {
      subject: `Your photos are on ${site}`,
      lines: [
        `The archive that you sent has been brought in: ${counted(imported, "thing is", "things are")} here now.`,
        `${counted(duplicate, "was", "were")} here already, and ${counted(skipped, "thing was", "things were")} left out. The list says which, and why.`,
      ],
      button: "See the list",
      end: "The archive itself has been deleted from our storage. The list can be read for four months.",
    },
    failed: {
      subject: `Your archive could not be brought in to ${site}`,
      lines: ["The archive that you sent cannot be used. The page says why, and what helps."],
      button: "See why",
      end: `${counted(imported, "thing came in before that; it stays", "things came in before that; they stay")}. The archive itself has been deleted from our storage.`,
    },
  }),
  ja: (site, { imported, duplicate, skipped }) => ({
    done: {
      subject: `${site}：写真の取り込みが終わりました`,
      lines: [
        `お送りいただいたアーカイブの取り込みが終わりました。${imported}件が入りました。`,
        `すでにあったものは${duplicate}件、取り込まなかったものは${skipped}件です。内訳と理由は一覧でご覧いただけます。`,
      ],
      button: "一覧を見る",
      end: "アーカイブそのものは保存領域から削除しました。一覧は4か月間ご覧いただけます。",
    },
    failed: {
      subject: `${site}：アーカイブを取り込めませんでした`,
      lines: ["お送りいただいたアーカイブは取り込めませんでした。理由と対処方法はページでご覧いただけます。"],
      button: "理由を見る",
      end: `それまでに取り込んだ${imported}件はそのまま残ります。アーカイブそのものは保存領域から削除しました。`,
    },
  }),
}

/** Tells a person that an import has ended, in their language. */
export function importEnded(locale: Locale, how: "done" | "failed", counts: Counts): Mail {
  const { siteName, siteUrl } = config.settings
  const { subject, lines, button: label, end } = words[locale](siteName, counts)[how]
  const url = `${siteUrl}${locale === "en" ? "" : `/${locale}`}/settings/data`
  const text = [...lines, "", `${label}:`, url, "", end, "", siteName].join("\n")
  const body = [...lines.map(paragraph), button(label, url), small(end)]
  return { subject, text, html: page(locale, subject, siteName, body) }
}

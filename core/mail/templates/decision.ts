import { config } from "../../config"
import type { Act, Rule } from "../../moderation/moderation.schema"
import type { Locale } from "../../user/user.schema"
import type { Mail } from "../transport"
import { acts, rules, words } from "./decision-words"
import { button, page, paragraph, small } from "./html"

type About = {
  what: "decided" | "undone" | "upheld"
  act: Act
  rule: Rule
  /** As the moderator wrote it. */
  reason: string
  answer: string
  decisionId: string
  /** Lets whoever got this mail read and appeal, also when they cannot sign in. */
  proof: string
}

/** A mail to whom a moderator's decision concerns, in their language: what, by which rule, and why. */
export function decision(
  locale: Locale,
  { what, act, rule, reason, answer, decisionId, proof }: About,
): Mail {
  const { siteName, siteUrl } = config.settings
  const text = words[locale][what](siteName)
  const lines = [
    ...text.lines,
    ...(what === "undone" ? [] : [`${acts[locale][act]} ${words[locale].rule(rules[locale][rule])}`]),
    ...(what === "decided" ? [reason] : []),
    ...(what === "upheld" ? [answer] : []),
  ].filter(Boolean)
  const url = `${siteUrl}${locale === "ja" ? "/ja" : ""}/decisions/${decisionId}?proof=${encodeURIComponent(proof)}`
  const plain = [...lines, "", `${text.button}:`, url, "", text.end, "", siteName].join("\n")
  const body = [...lines.map(paragraph), button(text.button, url), small(text.end)]
  return { subject: text.subject, text: plain, html: page(locale, text.subject, siteName, body) }
}

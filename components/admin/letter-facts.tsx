import { useTranslations } from "next-intl"
import type { LetterView } from "@/core/dead-letter/dead-letter.schema"
import { Facts } from "./facts"

/** When a dead letter was given up, after how many tries, and about what. */
export function LetterFacts({ letter: { at, tries, about, id } }: { letter: LetterView }) {
  const t = useTranslations("admin.deadLetters")
  const facts: [string, string][] = [
    [t("at"), at.slice(0, 19).replace("T", " ")],
    [t("triedTimes"), tries === undefined ? "–" : String(tries)],
    [t("about"), about || "–"],
    [t("id"), id],
  ]
  return <Facts of={facts} className="panel panel__pad" />
}

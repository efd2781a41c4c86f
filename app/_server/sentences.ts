import "server-only"
import { createTranslator } from "next-intl"
import type { z } from "zod"
import type { Locale } from "@/core/user/user.schema"
import en from "@/messages/en/errors.json"
import ja from "@/messages/ja/errors.json"

const translators = {
  en: createTranslator({ locale: "en", messages: en }),
  ja: createTranslator({ locale: "ja", messages: ja }),
}
type Key = keyof typeof en

/** A sentence about a refusal; an unknown reason falls back to the plain one. */
export function sentence(locale: Locale, key: string, params: Record<string, string | number> = {}): string {
  return translators[locale](key in en ? (key as Key) : "internal", params)
}

/** What is wrong with one field, as a person would say it. */
export function issueSentence(locale: Locale, issue: z.core.$ZodIssue): string {
  if (issue.message in en) return sentence(locale, issue.message, paramsOf(issue))
  switch (issue.code) {
    case "unrecognized_keys":
      return sentence(locale, "issue_unknown_field", { fields: issue.keys.join(", ") })
    case "too_big":
      return sentence(locale, "issue_too_big", { maximum: Number(issue.maximum) })
    case "too_small":
      return sentence(locale, "issue_too_small", { minimum: Number(issue.minimum) })
    case "invalid_type":
      return sentence(locale, "issue_type", { expected: issue.expected })
    case "invalid_value":
      return sentence(locale, "issue_value", { values: issue.values.join(", ") })
    default:
      return sentence(locale, "issue_other")
  }
}

const paramsOf = (issue: z.core.$ZodIssue) =>
  issue.code === "custom" ? ((issue.params ?? {}) as Record<string, string | number>) : {}

import { maxCaption } from "../post/post.schema"

/** A letter that is no byte. */
const beyondBytes = /[\u0100-\uffff]/

/**
 * Mends what Instagram does to words: each byte of their UTF-8 is written as a letter of its own, so that こ becomes
 * ã\u0081\u0093. What was not broken so stays as it is.
 */
export function mended(words: string): string {
  if (beyondBytes.test(words)) return words
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.from(words, "latin1"))
  } catch {
    return words
  }
}

/** Words of another site as ours keep them: what cannot be shown left out, and cut where they are too long. */
export function wordsOf(value: unknown, most = maxCaption): string {
  if (typeof value !== "string") return ""
  const words = value
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\t\n])\p{Cc}|\p{Cs}/gu, "")
    .normalize("NFC")
    .trim()
  const letters = [...words]
  return letters.length <= most
    ? words
    : `${letters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`
}

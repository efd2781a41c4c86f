/** A stretch of text as it was written, or a person or a tag that it names. */
export type TextPart =
  | { kind: "text"; text: string }
  | { kind: "mention"; text: string; handle: string }
  | { kind: "tag"; text: string; tag: string }

export const maxTagLength = 60

// A mention or tag begins where a word does: not inside an e-mail address, a page's address or another word. A handle is
// of ASCII letters and may be followed by others: @adaさん. Marks belong to their letters, as in é written in two.
const named =
  /(?<![\p{L}\p{M}\p{N}_/&.@#＠＃])(?:[@＠]([A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?)(?![\p{Script=Latin}\p{M}\p{N}_@]|\.[A-Za-z0-9_])|[#＃]((?:[\p{L}\p{M}\p{N}_・]|\u200c|\u200d){1,60})(?![\p{L}\p{M}\p{N}_]))/gu
const hasLetter = /\p{L}/u

/**
 * Finds the people and tags that a text names. Unicode-safe: tags may be of any script; `#2026` alone is a number.
 * @returns the whole text in pieces, in order
 */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(named)) {
    const [whole, handle, tag] = match
    if (tag !== undefined && !isTag(foldTag(tag))) continue
    if (handle !== undefined && !isHandle(handle)) continue
    if (match.index > from) parts.push({ kind: "text", text: text.slice(from, match.index) })
    if (handle !== undefined) parts.push({ kind: "mention", text: whole, handle: handle.toLowerCase() })
    else if (tag !== undefined) parts.push({ kind: "tag", text: whole, tag: foldTag(tag) })
    from = match.index + whole.length
  }
  if (from < text.length) parts.push({ kind: "text", text: text.slice(from) })
  return parts
}

const isHandle = (handle: string) => handle.length >= 3 && !handle.includes("..")

/** The one form of a tag that all its spellings share: NFKC, lower case, and still a tag where that adds signs: ½. */
export const foldTag = (tag: string) =>
  tag
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_・\u200c\u200d]/gu, "")
    .normalize("NFC")

/** Whether a text is a tag as it is kept: folded, with a letter in it, not too long. */
export const isTag = (text: string) =>
  text !== "" && foldTag(text) === text && hasLetter.test(text) && [...text].length <= maxTagLength

/** The tags that a text names, folded, each once, in order. */
export const tagsIn = (text: string): string[] => [
  ...new Set(textParts(text).flatMap((part) => (part.kind === "tag" ? [part.tag] : []))),
]

/** The handles that a text names, each once, in order. */
export const mentionsIn = (text: string): string[] => [
  ...new Set(textParts(text).flatMap((part) => (part.kind === "mention" ? [part.handle] : []))),
]

import { textParts } from "@/core/text-parts.schema"
import { Link } from "@/i18n/navigation"
import { languageOf } from "./language-of"

/**
 * A text as it was written, line by line, each in its own language as far as it is known; people and tags that it names
 * are links. Nothing of it is ever markup.
 */
export function RichText({ text }: { text: string }) {
  return linesOf(text).map(({ line, start }) => (
    <span key={start} lang={languageOf(line)}>
      {partsOf(line).map(({ part, at }) =>
        part.kind === "text" ? (
          part.text
        ) : (
          <Link
            key={at}
            className={part.kind === "tag" ? "tag" : "mention"}
            href={part.kind === "tag" ? `/t/${encodeURIComponent(part.tag)}` : `/u/${part.handle}`}
          >
            {part.text}
          </Link>
        ),
      )}
    </span>
  ))
}

function linesOf(text: string) {
  let start = 0
  return text.split("\n").map((line) => {
    const from = start
    start += line.length + 1
    return { line, start: from }
  })
}

function partsOf(line: string) {
  let at = 0
  return textParts(line).map((part) => {
    const from = at
    at += part.text.length
    return { part, at: from }
  })
}

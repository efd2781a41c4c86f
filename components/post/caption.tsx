import { languageOf } from "@/components/ui/language-of"

/** A caption as it was written: line by line, each in its own language as far as it is known. */
export function Caption({ text }: { text: string }) {
  if (!text) return null
  return (
    <p className="caption" dir="auto">
      {linesOf(text).map(({ line, start }) => (
        <span key={start} lang={languageOf(line)}>
          {line}
        </span>
      ))}
    </p>
  )
}

function linesOf(text: string) {
  let start = 0
  return text.split("\n").map((line) => {
    const from = start
    start += line.length + 1
    return { line, start: from }
  })
}

import "server-only"

/** Markup whose every text is escaped: only `element` makes it. */
class Markup {
  constructor(private readonly text: string) {}
  toString() {
    return this.text
  }
}

export type { Markup }

type Attributes = Record<string, string | number | boolean | undefined>
type Child = Markup | string | undefined | false | readonly Child[]

/**
 * An element of XML or HTML. A text child is text, whatever is in it; an attribute without a value is left out.
 * Without children it closes itself, which HTML allows for its void elements alone: give those others an empty text.
 */
export function element(name: string, attributes: Attributes = {}, ...children: Child[]): Markup {
  const written = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === undefined || value === false) return []
    return [value === true ? ` ${key}=""` : ` ${key}="${escapeText(String(value))}"`]
  })
  const start = `<${name}${written.join("")}`
  return new Markup(children.length === 0 ? `${start} />` : `${start}>${inside(children)}</${name}>`)
}

function inside(child: Child): string {
  if (child === undefined || child === false) return ""
  if (child instanceof Markup) return String(child)
  return typeof child === "string" ? escapeText(child) : child.map(inside).join("")
}

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** What XML 1.0 has no way to write: control characters, halves of characters, two that are none. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const escapeText = (text: string) =>
  text.replace(unwritable, "\u{FFFD}").replace(/[&<>"']/g, (character) => escapes[character] ?? "")

/** An XML document. */
export const xml = (root: Markup) => `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`

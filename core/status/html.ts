/** Markup whose every text is escaped: only {@link html} makes it. */
export class Html {
  constructor(readonly text: string) {}
}
type Value = Html | string | number | false | undefined | readonly Value[]

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}
const written = (value: Value): string => {
  if (value === undefined || value === false) return ""
  if (value instanceof Html) return value.text
  if (typeof value === "object") return value.map(written).join("")
  return String(value).replace(/[&<>"']/g, (character) => escapes[character] ?? "")
}

/** Markup as a template; what is put into it is text, unless it is markup itself. */
export const html = (parts: TemplateStringsArray, ...values: Value[]) =>
  new Html(parts.map((part, at) => part + written(values[at])).join(""))

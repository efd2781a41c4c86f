import { textParts } from "../text-parts.schema"

/** Joins words, and is not seen: between the sign and the name it makes that a mere text. */
const joiner = "\u2060"

/** A text in which some handles are no longer mentions: it reads as before, and leads nowhere. */
export const inert = (text: string, handles: readonly string[]): string =>
  textParts(text)
    .map((part) =>
      part.kind === "mention" && handles.includes(part.handle)
        ? part.text.slice(0, 1) + joiner + part.text.slice(1)
        : part.text,
    )
    .join("")

/** Whether a text still leads to one of these handles. */
export const stillIn = (text: string, handles: readonly string[]): boolean => inert(text, handles) !== text

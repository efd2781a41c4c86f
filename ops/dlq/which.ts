import type { ArgsDef } from "citty"
import { functions, type Held } from "."

/** Which dead letters a command is about. */
export const which = {
  ids: { type: "positional", required: false, valueHint: "id …", description: "what `dlq list` said" },
  all: { type: "boolean", description: "all of them" },
  of: { type: "enum", options: [...functions], description: "of one function alone" },
} satisfies ArgsDef

/** Letters in a few words, to agree to. */
export const described = (letters: readonly Held[]) =>
  letters.length > 3
    ? `${letters.length} dead letters of ${[...new Set(letters.map(({ of }) => of))].join(", ")}`
    : letters.map(({ of, about }) => `${of}: ${about}`).join("; ")

import type { ExplanationView } from "./explain.schema"

/** What is gathered about one thing: the parts of an explanation that its kind has. */
export type Part = Omit<ExplanationView, "kind" | "id" | "decisions" | "traces" | "lines"> & {
  /** Whose decisions belong to it. */
  owner?: string
  /** By what lines name it besides its id. */
  names?: readonly string[]
}

/** A part of which only some is there. */
export const found = (some: Pick<Part, "summary"> & Partial<Part>): Part => ({
  problems: [],
  items: [],
  objects: [],
  sight: [],
  events: [],
  related: [],
  requests: [],
  ...some,
})

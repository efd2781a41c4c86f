/** What a field is compared with. */
export type Value =
  /** Text, split at each `*`, which stands for anything. */
  | { kind: "text"; parts: readonly string[] }
  | { kind: "number"; number: number }
  | { kind: "regex"; regex: RegExp }
export type Operator = "=" | "!=" | "<" | "<=" | ">" | ">="
export type Check = "null" | "true" | "false" | "exists" | "not exists"

/** Where in a JSON event: names and places in lists, from the root. */
export type Selector = readonly (string | number)[]

/** What is asked of a JSON event, or of one field of a space-delimited one. */
export type Condition<Of> =
  | { kind: "compare"; of: Of; operator: Operator; value: Value }
  | { kind: "check"; of: Of; check: Check }
  | { kind: "and"; sides: readonly [Condition<Of>, Condition<Of>] }
  | { kind: "or"; sides: readonly [Condition<Of>, Condition<Of>] }

/** A word or a phrase, or a regular expression, that an event has to contain, or not. */
export type Term =
  | { need: "all" | "any" | "none"; text: string }
  | { need: "all" | "any" | "none"; regex: RegExp }

/** One field of a space-delimited event, with what is asked of it; `rest` stands for any number of fields. */
export type Field = { kind: "rest" } | { kind: "field"; name: string; condition?: Condition<string> }

export type Pattern =
  | { kind: "terms"; terms: readonly Term[] }
  | { kind: "json"; condition: Condition<Selector> }
  | { kind: "fields"; fields: readonly Field[] }

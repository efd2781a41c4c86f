import { Reader, readCondition } from "./conditions"
import { tokensOf } from "./lexer"
import type { Condition, Field, Pattern, Selector } from "./pattern"
import { readTerms } from "./terms"

/**
 * Reads a filter pattern of CloudWatch Logs: `{ … }` for JSON events, `[ … ]` for space-delimited ones, else terms.
 * @throws PatternProblem for what is none, with the place
 */
export function parsePattern(pattern: string): Pattern {
  const [first] = pattern.trim()
  if (first === "{") return { kind: "json", condition: readJson(pattern) }
  if (first === "[") return { kind: "fields", fields: readFields(pattern) }
  return { kind: "terms", terms: readTerms(pattern) }
}

function readJson(pattern: string): Condition<Selector> {
  const reader = new Reader(tokensOf(pattern), pattern)
  reader.take()
  const condition = readCondition(reader, readSelector)
  reader.expect("}", "Here && or || is expected, or }")
  if (reader.token.kind !== "end") reader.fail("After } nothing is expected")
  return condition
}

/** `$.user.id`, `$.users[0].id`, `$.['a key']`. */
function readSelector(reader: Reader): Selector {
  const token = reader.take()
  if (token.kind !== "word" || !token.text.startsWith("$"))
    reader.fail("Here a field is expected, such as $.status", token)
  const steps = token.text.slice(1).match(/\.?\[[^\]]*\]|\.[\w-]+/g) ?? []
  if (steps.length === 0) reader.fail("After $ comes the name of a field, such as $.status", token)
  return steps.map((step) => {
    const inside = /^\.?\[(.*)\]$/.exec(step)?.[1]
    if (inside === undefined) return step.slice(1)
    if (/^\d+$/.test(inside)) return Number(inside)
    const quoted = /^(['"])(.+)\1$/.exec(inside)?.[2]
    return quoted ?? reader.fail(`[${inside}] is no place in a list, such as [0]`, token)
  })
}

function readFields(pattern: string): Field[] {
  const reader = new Reader(tokensOf(pattern), pattern)
  reader.take()
  const fields: Field[] = []
  for (;;) {
    // `[..., status = 4*,]`: a field that has no name is any field.
    if (reader.token.text === "," || reader.token.text === "]") fields.push({ kind: "field", name: "" })
    else fields.push(readField(reader))
    if (reader.takes("]")) break
    reader.expect(",", 'Here "," is expected between fields, or "]"')
  }
  if (reader.token.kind !== "end") reader.fail("After ] nothing is expected")
  if (fields.filter(({ kind }) => kind === "rest").length > 1)
    reader.fail("... can stand once", reader.tokens[0])
  return fields
}

function readField(reader: Reader): Field {
  if (reader.takes("...")) return { kind: "rest" }
  const first = reader.token
  if (first.kind !== "word" && first.text !== "(") reader.fail("Here the name of a field is expected")
  const follows = reader.tokens[reader.tokens.indexOf(first) + 1]?.text ?? ""
  if (first.kind === "word" && (follows === "," || follows === "]")) {
    return { kind: "field", name: reader.take().text }
  }
  let name = ""
  const condition = readCondition(reader, (inner) => {
    const token = inner.take()
    if (token.kind !== "word") inner.fail("Here the name of a field is expected", token)
    name ||= token.text
    if (token.text !== name) inner.fail(`The conditions of one field name it alike: ${name}`, token)
    return token.text
  })
  return { kind: "field", name, condition }
}

import { type Attribute, type Item, readThrough, type Shape, type Shapes, samples } from "./shape"

/** Rows as a release stores them, by entity. */
export type Rows = Record<string, { full: Item; least: Item }>

export const rowsOf = (shapes: Shapes): Rows =>
  Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, samples(shape)]))

/**
 * Reads what one release stores through the entities of another.
 * @param written the rows, and the shapes of who wrote them
 * @param reader the shapes of who reads them
 * @returns what goes wrong, a line each; an entity that only the writer knows is no fault: nobody asks for it
 */
export function readingFaults(written: { rows: Rows; shapes: Shapes }, reader: Shapes): string[] {
  return Object.entries(reader).flatMap(([name, shape]) => {
    const rows = written.rows[name]
    const from = written.shapes[name]
    if (!rows || !from) return []
    const both = Object.entries(rows).flatMap(([kind, item]) => {
      const row = readThrough(shape, item)
      if (!row) return [`${name}: the ${kind} row is taken for something else`]
      return attributeFaults(shape.attributes, row).map((fault) => `${name}.${fault}`)
    })
    const values = unknownValues(from.attributes, shape.attributes).map((fault) => `${name}.${fault}`)
    return [...new Set([...both, ...values, ...keyFaults(name, from, shape)])]
  })
}

/**
 * Whether a release can follow another, and be gone back from: each reads the other's rows, and nothing is lost.
 * @returns what goes wrong, a line each
 */
export function faultsBetween(
  before: { rows: Rows; shapes: Shapes },
  after: { rows: Rows; shapes: Shapes },
): string[] {
  const gone = Object.keys(before.shapes).filter((name) => !(name in after.shapes))
  return [
    ...gone.map((name) => `${name}: the entity is gone, and its rows with it`),
    ...readingFaults(before, after.shapes).map((fault) => `rows of before: ${fault}`),
    ...lostFaults(before, after.shapes).map((fault) => `rows of before: ${fault}`),
    ...readingFaults(after, before.shapes).map((fault) => `going back: ${fault}`),
  ]
}

function lostFaults({ rows, shapes }: { rows: Rows; shapes: Shapes }, reader: Shapes): string[] {
  return Object.entries(rows).flatMap(([name, { full }]) => {
    const [shape, from] = [reader[name], shapes[name]]
    const row = shape && readThrough(shape, full)
    if (!row || !from) return []
    return Object.keys(from.attributes)
      .filter((attribute) => !(attribute in row))
      .map((attribute) => `${name}.${attribute} is stored, and nobody reads it any more`)
  })
}

function attributeFaults(attributes: Record<string, Attribute>, row: Item): string[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = row[name]
    // ElectroDB fills a default in when it writes, never when it reads.
    if (value === undefined) return attribute.required ? [`${name} is required, and not there`] : []
    return valueFaults(attribute, value).map((fault) => `${name}${fault}`)
  })
}

function valueFaults({ type, properties = {}, items }: Attribute, value: unknown): string[] {
  if (typeof type !== "string")
    return type.includes(String(value)) ? [] : [` does not know ${JSON.stringify(value)}`]
  if (type === "any") return []
  const is = Array.isArray(value)
    ? "list"
    : value === null
      ? "null"
      : typeof value === "object"
        ? "map"
        : typeof value
  if (is !== type) return [` is a ${is}, not a ${type}`]
  if (type === "map") return attributeFaults(properties, value as Item).map((fault) => `.${fault}`)
  if (type === "list" && items) {
    return (value as unknown[]).flatMap((one) => valueFaults(items, one).map((fault) => `[]${fault}`))
  }
  return []
}

/** A sample holds one value of each list of values; any of them may be stored. */
function unknownValues(from: Record<string, Attribute>, reader: Record<string, Attribute>): string[] {
  return Object.entries(reader).flatMap(([name, { type, properties, items }]) => {
    const writer = from[name]
    if (!writer) return []
    if (properties && writer.properties) {
      return unknownValues(writer.properties, properties).map((fault) => `${name}.${fault}`)
    }
    if (items && writer.items) return unknownValues({ [`${name}[]`]: writer.items }, { [`${name}[]`]: items })
    if (typeof type === "string" || typeof writer.type === "string") return []
    const unknown = writer.type.filter((value) => !type.includes(value))
    return unknown.map((value) => `${name} does not know ${JSON.stringify(value)}`)
  })
}

/** Whoever looks for a row under another key does not find it. */
function keyFaults(name: string, from: Shape, reader: Shape): string[] {
  // ElectroDB passes over rows of another entity, version or service.
  if (JSON.stringify(from.model) !== JSON.stringify(reader.model)) return [`${name}: its model is another`]
  return Object.entries(reader.indexes).flatMap(([index, keys]) => {
    const other = from.indexes[index]
    return other && JSON.stringify(other) !== JSON.stringify(keys)
      ? [`${name}: its key ${index} is another`]
      : []
  })
}

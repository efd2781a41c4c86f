import { Entity } from "electrodb"
import { service } from "../../core/table"

/** An attribute as an entity declares it, without what is code. */
export type Attribute = {
  type: string | readonly string[]
  required?: boolean
  default?: unknown
  properties?: Record<string, Attribute>
  items?: Attribute
}
type Part = { field: string; composite: string[]; template: string; casing: string }
/** An entity's declaration as data: enough to read rows with, as the release did that wrote it down. */
export type Shape = {
  model: { entity: string; version: string; service: string }
  attributes: Record<string, Attribute>
  indexes: Record<string, { index?: string; pk: Part; sk: Part }>
}
export type Shapes = Record<string, Shape>
export type Item = Record<string, unknown>

/** The shapes of all entities of this checkout, by name. */
export function presentShapes(): Shapes {
  const { entities } = service()
  return Object.fromEntries(
    Object.entries(entities).map(([name, { schema }]) => {
      const { model, attributes, indexes } = schema as unknown as Shape
      // Conditions and other code fall away, as they do in a file.
      return [name, JSON.parse(JSON.stringify({ model, attributes, indexes })) as Shape]
    }),
  )
}

/** The entity that a shape declares. It has no table: it reads and writes what is given to it. */
const entityOf = (shape: Shape) =>
  new Entity(shape as unknown as ConstructorParameters<typeof Entity>[0], { table: "shapes" })

/** What an entity reads from a stored item: undefined when it takes it for something else. */
export const readThrough = (shape: Shape, item: Item): Item | undefined =>
  (entityOf(shape).parse({ Item: item }) as { data: Item | null }).data ?? undefined

/** The item that an entity stores for a row. */
export const stored = (shape: Shape, row: Item): Item =>
  (entityOf(shape).put(row).params() as unknown as { Item: Item }).Item

/** The attributes that every key of an entity is made of. */
const composites = ({ indexes }: Shape) =>
  new Set(Object.values(indexes).flatMap(({ pk, sk }) => [...pk.composite, ...sk.composite]))

/**
 * Two rows for each entity: one with everything it can hold, one with the least.
 * Values derive from names, so that the same shape always gives the same rows.
 */
export function samples(shape: Shape): { full: Item; least: Item } {
  const keys = composites(shape)
  const row = (wanted: (name: string, attribute: Attribute) => boolean) =>
    Object.fromEntries(
      Object.entries(shape.attributes)
        .filter(([name, attribute]) => wanted(name, attribute))
        .map(([name, attribute]) => [name, sampleOf(name, attribute)]),
    )
  return {
    full: stored(
      shape,
      row(() => true),
    ),
    least: stored(
      shape,
      row((name, { required }) => required === true || keys.has(name)),
    ),
  }
}

function sampleOf(name: string, { type, properties = {}, items }: Attribute): unknown {
  if (typeof type !== "string") return type[0]
  if (type === "string") return `${name}-1`
  if (type === "number") return name === "expires" ? 4_000_000_000 : 1
  if (type === "boolean") return true
  if (type === "list") return [sampleOf(name, items ?? { type: "string" })]
  if (type === "map") {
    return Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, sampleOf(key, inner)]))
  }
  return { [name]: "anything" }
}

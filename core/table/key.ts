/** The attributes named in a template such as `POST#{postId}`, in order. */
type Named<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? [Name, ...Named<Rest>] : []

const part = <Field extends string, Template extends string>(field: Field, template: Template) => ({
  field,
  casing: "none" as const,
  composite: [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1]) as Named<Template>,
  template: template.replaceAll("{", "$" + "{"),
})

/**
 * The primary key of an entity, with our own names written out.
 * Explicit templates keep one list in one partition; ElectroDB would lowercase keys, ids are case-sensitive.
 * @param pk template of the partition key, attributes in braces: `USER#{userId}`
 * @param sk template of the sort key
 */
export const primaryKey = <P extends string, S extends string>(pk: P, sk: S) => ({
  pk: part("pk", pk),
  sk: part("sk", sk),
})

/** The keys of an entity in a generic index; see {@link primaryKey}. */
export const indexKey = <I extends "gsi1" | "gsi2" | "gsi3", P extends string, S extends string>(
  index: I,
  pk: P,
  sk: S,
) => ({ index, pk: part(`${index}pk`, pk), sk: part(`${index}sk`, sk) })

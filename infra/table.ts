import { indexes, tableShape, ttlAttribute } from "../core/table/shape"
import { isProduction, named } from "./stage"

const keys = (prefix: string) => ({ hashKey: `${prefix}pk`, rangeKey: `${prefix}sk` })
const fields = (tableShape("").AttributeDefinitions ?? []).map(({ AttributeName }) => [
  AttributeName,
  "string",
])

/** The one table, as core/table/shape.ts has it. */
export const table = new sst.aws.Dynamo("Table", {
  fields: Object.fromEntries(fields),
  primaryIndex: keys(""),
  globalIndexes: Object.fromEntries(indexes.map((index) => [index, keys(index)])),
  ttl: ttlAttribute,
  stream: "new-and-old-images",
  deletionProtection: isProduction,
  transform: { table: { name: named("table") } },
})

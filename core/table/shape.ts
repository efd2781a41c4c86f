import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb"

/** Attribute whose epoch seconds let DynamoDB remove an item. */
export const ttlAttribute = "expires"

/** The generic indexes: lists of a person, work queues (sparse), the latest posts (sparse). */
export const indexes = ["gsi1", "gsi2", "gsi3"] as const

const keysOf = (prefix: string) =>
  [
    { AttributeName: `${prefix}pk`, KeyType: "HASH" },
    { AttributeName: `${prefix}sk`, KeyType: "RANGE" },
  ] as const

/**
 * The one table, as CreateTable wants it: on demand, with a stream of both images.
 * Indexes project everything: queue rows are small, and the lists show whole posts, so that a page is one query.
 */
export const tableShape = (tableName: string): CreateTableCommandInput => ({
  TableName: tableName,
  BillingMode: "PAY_PER_REQUEST",
  KeySchema: [...keysOf("")],
  AttributeDefinitions: ["", ...indexes].flatMap((prefix) =>
    keysOf(prefix).map(({ AttributeName }) => ({ AttributeName, AttributeType: "S" as const })),
  ),
  GlobalSecondaryIndexes: indexes.map((IndexName) => ({
    IndexName,
    KeySchema: [...keysOf(IndexName)],
    Projection: { ProjectionType: "ALL" },
  })),
  StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
})

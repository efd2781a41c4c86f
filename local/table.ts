import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb"
import { tableShape, ttlAttribute } from "../core/table/shape"
import { Problem } from "./problem"

/**
 * Creates the table as the product shapes it, unless it is there.
 * @returns the name of its stream
 * @throws Problem when the table lacks a stream or an index, because it was made by an older version
 */
export async function ensureTable(client: DynamoDBClient, tableName: string): Promise<string> {
  const shape = tableShape(tableName)
  const table = (await describeTable(client, tableName)) ?? (await create(client, tableName))
  const there = new Set(table?.GlobalSecondaryIndexes?.map((index) => index.IndexName))
  const missing = shape.GlobalSecondaryIndexes?.find((index) => !there.has(index.IndexName))
  if (!table?.LatestStreamArn || missing) {
    throw new Problem(
      `The table ${tableName} is not as this version makes it (${missing ? `no index ${missing.IndexName}` : "no stream"}): start anew with --reset.`,
    )
  }
  const ttl = await client.send(new DescribeTimeToLiveCommand({ TableName: tableName }))
  if (ttl.TimeToLiveDescription?.TimeToLiveStatus !== "ENABLED") {
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: tableName,
        TimeToLiveSpecification: { AttributeName: ttlAttribute, Enabled: true },
      }),
    )
  }
  return table.LatestStreamArn
}

async function describeTable(client: DynamoDBClient, TableName: string) {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}

async function create(client: DynamoDBClient, tableName: string) {
  try {
    await client.send(new CreateTableCommand(tableShape(tableName)))
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
  return describeTable(client, tableName)
}

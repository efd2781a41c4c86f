import { randomUUID } from "node:crypto"
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { beforeAll, inject } from "vitest"
import { tableShape } from "../core/table/shape"
import { scrubEnvironment } from "../local/environment"

scrubEnvironment()
const table = `test-${randomUUID()}`
Object.assign(process.env, inject("backend"), {
  SST_RESOURCE_Table: JSON.stringify({ name: table }),
  POWERTOOLS_LOG_LEVEL: "SILENT",
  POWERTOOLS_METRICS_DISABLED: "true",
})

beforeAll(async () => {
  await new DynamoDBClient({}).send(new CreateTableCommand(tableShape(table)))
})

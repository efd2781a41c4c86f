import { randomUUID } from "node:crypto"
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { afterEach, beforeAll, expect, inject, vi } from "vitest"
import { tableShape } from "../core/table/shape"
import { scrubEnvironment } from "../local/environment"

scrubEnvironment()
const table = `test-${randomUUID()}`
Object.assign(process.env, inject("backend"), {
  SST_RESOURCE_Table: JSON.stringify({ name: table }),
  POWERTOOLS_LOG_LEVEL: "SILENT",
})

beforeAll(async () => {
  await new DynamoDBClient({}).send(new CreateTableCommand(tableShape(table)))
})

// What nobody expected on the error console is a fault.
const complaints = vi.spyOn(console, "error")
afterEach(() => {
  const calls = complaints.mock.calls.splice(0)
  expect(calls, "unexpected console.error").toEqual([])
})

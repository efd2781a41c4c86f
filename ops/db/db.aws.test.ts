import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  UpdateContinuousBackupsCommand,
} from "@aws-sdk/client-dynamodb"
import { beforeEach, describe, expect, it } from "vitest"
import { Audit } from "../../core/audit"
import { tableShape } from "../../core/table/shape"
import { ops } from "../testing/ops"
import { fill } from "./fill"

const stage = ["--stage", "staging"]
const TableName = "photo-sharing-app-staging-table"
const client = new DynamoDBClient({})

const row = (entity: string, n: number) => ({
  pk: { S: `${entity.toUpperCase()}#${n}` },
  sk: { S: "META" },
  __edb_e__: { S: entity },
  updatedAt: { S: "2026-01-01T00:00:00.000Z" },
  userId: { S: "usr_1" },
  photos: { L: [] },
  caption: { S: `caption ${n}` },
})
const json = async (...words: string[]) => {
  const { code, out, errors } = await ops(...words, ...stage, "--json")
  return { code, data: out && JSON.parse(out), errors }
}

beforeEach(async () => {
  await client.send(new CreateTableCommand(tableShape(TableName)))
  const posts = Array.from({ length: 60 }, (_, n) => row("post", n))
  await fill(client, TableName, [...posts, ...Array.from({ length: 20 }, (_, n) => row("user", n))])
})
const recovery = (on: boolean) =>
  client.send(
    new UpdateContinuousBackupsCommand({
      TableName,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: on },
    }),
  )

describe("the table on AWS", () => {
  it("is described, its entities counted in a sample, in a bound, and all of them (row 36)", async () => {
    const full = await json("db", "describe", "--scan", "full", "--segments", "2")
    expect(full.data).toMatchObject({
      table: TableName,
      state: "ACTIVE",
      mode: "on demand",
      "deletion protection": "off",
      "point-in-time recovery": "OFF",
      indexes: [{ index: "gsi1" }, { index: "gsi2" }, { index: "gsi3" }],
      entities: {
        read: 80,
        whole: true,
        rows: [
          { entity: "post", items: 60, share: "75.0 %" },
          { entity: "user", items: 20, share: "25.0 %" },
        ],
      },
    })
    const bounded = await json("db", "describe", "--scan", "bounded", "--items", "10")
    expect(bounded.data.entities).toMatchObject({ read: 10, whole: false })
    const none = await json("db", "describe", "--scan", "none")
    expect(none.data.entities).toBeUndefined()
    expect(await ops("db", "describe", "--stage", "nowhere")).toMatchObject({ code: 4 })
  })

  it("gets the capacity that is asked for, after a question that names it (row 37)", async () => {
    expect(await ops("db", "capacity", ...stage)).toMatchObject({
      code: 0,
      out: expect.stringContaining("on demand"),
    })
    expect(await ops("db", "capacity", "--provisioned", "10,5", ...stage)).toMatchObject({
      code: 2,
      errors: expect.stringContaining("provisioned, 10 reads and 5 writes a second"),
    })
    expect(await ops("db", "capacity", "--provisioned", "10,5", ...stage, "--yes")).toMatchObject({ code: 0 })
    // What was agreed to is noted, with who agreed.
    expect(await Audit.ofDay(new Date().toISOString().slice(0, 10))).toMatchObject([
      {
        what: "db capacity",
        by: expect.stringContaining(":sts:"),
        detail: expect.stringContaining("10 reads and 5 writes"),
      },
    ])
    const { Table } = await client.send(new DescribeTableCommand({ TableName }))
    const units = { ReadCapacityUnits: 10, WriteCapacityUnits: 5 }
    expect(Table?.ProvisionedThroughput).toMatchObject(units)
    expect(Table?.GlobalSecondaryIndexes).toMatchObject(
      [1, 2, 3].map(() => ({ ProvisionedThroughput: units })),
    )
    const back = await ops("db", "capacity", "--on-demand", ...stage, "--yes")
    expect(back).toMatchObject({ code: 0, out: expect.stringContaining("on demand") })
    for (const wrong of [
      ["--provisioned", "10"],
      ["--on-demand", "--warm", "1,1"],
      ["--warm", "0,1"],
    ]) {
      expect(await ops("db", "capacity", ...wrong, ...stage, "--yes")).toMatchObject({ code: 2 })
    }
  })

  it("says whether it can be restored to any second, and which backups there are (row 38)", async () => {
    expect(await ops("db", "backups", ...stage)).toMatchObject({
      code: 1,
      out: expect.stringContaining("OFF"),
    })
    await recovery(true)
    expect(await ops("db", "backup", "--name", "before-it", ...stage, "--yes")).toMatchObject({ code: 0 })
    const { code, data } = await json("db", "backups")
    expect(code).toBe(0)
    expect(data).toMatchObject({
      recovery: { on: true },
      backups: [{ name: "before-it", state: "available" }],
    })
  })

  it("is exported to a bucket", async () => {
    await recovery(true)
    expect(await ops("db", "export", "--to", "nowhere", ...stage, "--yes")).toMatchObject({ code: 2 })
    const { data } = await json("db", "export", "--to", "s3://my-exports/here", "--yes")
    expect(data.export).toMatch(/^arn:aws:dynamodb:/)
  })

  it("is restored to a point in time and from a backup, compared, noted, and the scratch is gone (check 15)", async () => {
    expect(await ops("db", "restore-drill", ...stage, "--yes")).toMatchObject({
      code: 2,
      errors: expect.stringContaining("Point-in-time recovery of"),
    })
    await recovery(true)
    const drilled = await json("db", "restore-drill", "--segments", "1", "--yes")
    expect(drilled).toMatchObject({ code: 0, data: { ok: true } })
    expect(drilled.data.checks).toContainEqual({ name: "sampled posts", ok: true, found: "60 of 60 equal" })
    const tables = await client.send(new ListTablesCommand({}))
    expect(tables.TableNames).toEqual([TableName])

    const { data: backup } = await json("db", "backup", "--name", "old", "--yes")
    await fill(
      client,
      TableName,
      Array.from({ length: 30 }, (_, n) => row("post", 100 + n)),
    )
    const old = await json("db", "restore-drill", "--from", backup.id, "--segments", "1", "--yes")
    expect(old).toMatchObject({ code: 1, data: { ok: false } })
    expect(old.data.checks).toContainEqual({ name: "post rows", ok: false, found: "90 live, 60 restored" })
  })
})

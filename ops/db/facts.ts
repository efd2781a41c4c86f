import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ListBackupsCommand,
  ResourceNotFoundException,
  type TableDescription,
} from "@aws-sdk/client-dynamodb"
import { exit, OpsProblem } from "../problem"

/** What DynamoDB says of a table. @throws OpsProblem when there is none */
export async function describeTable(client: DynamoDBClient, table: string): Promise<TableDescription> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }))
    if (Table) return Table
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error
  }
  throw new OpsProblem(`There is no table ${table}.`, "Look at AWS_PROFILE and AWS_REGION.", exit.nothing)
}

export type Recovery = {
  on: boolean
  from: string | undefined
  to: string | undefined
  days: number | undefined
}

/** Whether a table can be restored to any second, and to which. */
export async function recoveryOf(client: DynamoDBClient, table: string): Promise<Recovery> {
  const { ContinuousBackupsDescription } = await client.send(
    new DescribeContinuousBackupsCommand({ TableName: table }),
  )
  const found = ContinuousBackupsDescription?.PointInTimeRecoveryDescription
  return {
    on: found?.PointInTimeRecoveryStatus === "ENABLED",
    from: found?.EarliestRestorableDateTime?.toISOString(),
    to: found?.LatestRestorableDateTime?.toISOString(),
    days: found?.RecoveryPeriodInDays,
  }
}

/** The backups of a table that were asked for, the newest first. */
export async function backupsOf(client: DynamoDBClient, table: string) {
  const found = []
  let after: string | undefined
  do {
    const page = await client.send(
      new ListBackupsCommand({ TableName: table, ExclusiveStartBackupArn: after }),
    )
    found.push(...(page.BackupSummaries ?? []))
    after = page.LastEvaluatedBackupArn
  } while (after)
  return found
    .map(({ BackupName, BackupArn, BackupStatus, BackupSizeBytes, BackupCreationDateTime }) => ({
      name: BackupName,
      at: BackupCreationDateTime?.toISOString() ?? "",
      state: BackupStatus?.toLowerCase(),
      bytes: BackupSizeBytes,
      id: BackupArn,
    }))
    .sort((a, b) => b.at.localeCompare(a.at))
}

/** Bytes as a person reads them. */
export const size = (bytes: number | undefined) => {
  if (bytes === undefined) return undefined
  const power = Math.min(4, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  return power === 0 ? `${bytes} B` : `${(bytes / 1024 ** power).toFixed(1)} ${"KMGT"[power - 1]}iB`
}

/** How a table is paid for, and what it can take. */
export function capacityOf({
  BillingModeSummary,
  ProvisionedThroughput,
  WarmThroughput,
}: Partial<TableDescription>) {
  const { ReadCapacityUnits = 0, WriteCapacityUnits = 0 } = ProvisionedThroughput ?? {}
  const onDemand = BillingModeSummary?.BillingMode === "PAY_PER_REQUEST"
  const { ReadUnitsPerSecond, WriteUnitsPerSecond } = WarmThroughput ?? {}
  return {
    mode: onDemand ? "on demand" : "provisioned",
    ...(onDemand ? {} : { provisioned: `${ReadCapacityUnits} reads, ${WriteCapacityUnits} writes a second` }),
    ...(ReadUnitsPerSecond
      ? { warm: `${ReadUnitsPerSecond} reads, ${WriteUnitsPerSecond} writes a second` }
      : {}),
  }
}

import { stat } from "node:fs/promises"
import path from "node:path"
import {
  DescribeBackupCommand,
  DescribeContinuousBackupsCommand,
  type DynamoDBClient,
  RestoreTableFromBackupCommand,
  RestoreTableToPointInTimeCommand,
} from "@aws-sdk/client-dynamodb"
import { readSettings } from "../../local/settings"
import { OpsProblem } from "../problem"
import { restoreCopy, writeCopy } from "./copy"
import type { Source } from "./drill"
import { untilActive } from "./scratch"

type Say = (line: string) => void

/** The table as it was a few minutes ago. @throws OpsProblem when point-in-time recovery is off */
export async function pointInTime(client: DynamoDBClient, table: string, say: Say): Promise<Source> {
  const { ContinuousBackupsDescription } = await client.send(
    new DescribeContinuousBackupsCommand({ TableName: table }),
  )
  const recovery = ContinuousBackupsDescription?.PointInTimeRecoveryDescription
  const asOf = recovery?.LatestRestorableDateTime
  if (recovery?.PointInTimeRecoveryStatus !== "ENABLED" || !asOf) {
    throw new OpsProblem(
      `Point-in-time recovery of ${table} is off.`,
      "Deploy the stage again: infra/table.ts turns it on.",
    )
  }
  return {
    name: `the table as of ${asOf.toISOString()}`,
    asOf,
    async restore(into) {
      await client.send(
        new RestoreTableToPointInTimeCommand({
          SourceTableName: table,
          TargetTableName: into,
          UseLatestRestorableTime: true,
        }),
      )
      await untilActive(client, into, { say })
    },
  }
}

/** A backup by its ARN. */
export async function fromBackup(client: DynamoDBClient, BackupArn: string, say: Say): Promise<Source> {
  const { BackupDescription } = await client.send(new DescribeBackupCommand({ BackupArn }))
  const { BackupName = "", BackupCreationDateTime: asOf = new Date(0) } =
    BackupDescription?.BackupDetails ?? {}
  return {
    name: `the backup ${BackupName}`,
    asOf,
    async restore(into) {
      await client.send(new RestoreTableFromBackupCommand({ BackupArn, TargetTableName: into }))
      await untilActive(client, into, { say })
    },
  }
}

/** Where the local stage keeps copies of its table. */
export const copiesFolder = () => path.join(readSettings().dataDir, "backups")
export const copyFile = (name: string) => path.join(copiesFolder(), `${name}.jsonl.gz`)

/** A copy of the local table: one that was made before, or one that is made now. */
export async function fromCopy(client: DynamoDBClient, table: string, name?: string): Promise<Source> {
  const file = copyFile(name ?? "drill")
  if (!name) await writeCopy(client, table, file)
  const found = await stat(file).catch(() => undefined)
  if (!found) throw new OpsProblem(`There is no ${file}.`, "npm run ops -- db backups lists those there are.")
  return {
    name: name ? `the copy ${name}` : "a copy of the table",
    asOf: found.mtime,
    async restore(into) {
      await restoreCopy(client, file, into)
    },
  }
}

import { CreateBackupCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { command } from "../../command"
import { writeCopy } from "../../db/copy"
import { copyFile } from "../../db/sources"
import { facts } from "../../output"
import { OpsProblem } from "../../problem"

export default command({
  summary: "makes a backup of the table that stays until somebody deletes it",
  details:
    "Before something that is hard to undo; point-in-time recovery is there without it. It takes seconds and no capacity.\nOn a laptop it is a file below .local/backups, which `db restore-drill --from <name>` restores.",
  examples: ["db backup", "db backup --name before-migration --stage production"],
  args: {
    name: { type: "string", description: "3 to 100 letters, digits, - _ and . ; the time when not given" },
  },
  changes: ({ stage }) => `make a backup of ${stage.names.table}`,
  async run({ args, stage }) {
    const name = args.name ?? `ops-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}`
    if (!/^[\w.-]{3,100}$/.test(name))
      throw new OpsProblem(`"${name}" is no name of a backup.`, "Letters, digits, - _ and .")
    const client = stage.client(DynamoDBClient)
    if (stage.isLocal) {
      const file = copyFile(name)
      const data = { name, items: await writeCopy(client, stage.names.table, file), file }
      return { data, text: facts(data) }
    }
    const { BackupDetails } = await client.send(
      new CreateBackupCommand({ TableName: stage.names.table, BackupName: name }),
    )
    const data = { name, state: BackupDetails?.BackupStatus?.toLowerCase(), id: BackupDetails?.BackupArn }
    return { data, text: facts(data) }
  },
})

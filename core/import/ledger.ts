import type { EntityItem } from "electrodb"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { table } from "../table"
import { listOf } from "../table/list"
import { own } from "./import"
import type { ImportEntryEntity } from "./import.entity"
import { EntryReason, type LedgerEntry, LedgerInput } from "./import.schema"

export type EntryRow = EntityItem<typeof ImportEntryEntity>

/** What became of each thing of an archive, in the order in which it was looked at. @throws AppError `not_found` */
export const ledger = operation(
  LedgerInput,
  async (actor, { importId, outcome, ...page }): Promise<Page<LedgerEntry>> => {
    await own(actor, importId)
    return listOf<EntryRow, LedgerEntry>({
      list: `ledger-of-${importId}-${outcome ?? "all"}`,
      page,
      read: async (after, count) => {
        const all = table().importEntry.query.byImport({ importId })
        const from = after ? all.gt({ entryId: after }) : all
        return (await from.go({ limit: count, count })).data
      },
      idOf: ({ entryId }) => entryId,
      show: async (rows) => rows.filter((row) => !outcome || row.outcome === outcome).map(view),
    })
  },
)

/** The place of a line: by the number of its item in the plan, and of the photo in that. */
export const entryIdOf = (item: number, line: number) =>
  `${String(item).padStart(7, "0")}.${String(line).padStart(3, "0")}`

/** The post that an item of the plan became, if it did. */
export async function postIdOf(importId: string, item: number): Promise<string | undefined> {
  const { data } = await table()
    .importEntry.query.byImport({ importId })
    .between({ entryId: entryIdOf(item, 0) }, { entryId: entryIdOf(item, 999) })
    .go({ consistent: true })
  return data.find(({ postId }) => postId)?.postId
}

const view = ({ entryId, path, outcome, reason, postId }: EntryRow): LedgerEntry => ({
  id: entryId,
  path,
  outcome,
  ...(reason ? { reason: EntryReason.parse(reason) } : {}),
  ...(postId ? { postId } : {}),
})

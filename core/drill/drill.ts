import type { EntityItem } from "electrodb"
import { newId } from "../id"
import { operation } from "../operation"
import { table } from "../table"
import { now } from "../time"
import type { DrillEntity } from "./drill.entity"
import { DrillKind, type DrillView, RecordDrill } from "./drill.schema"

/** Notes a rehearsal, what it proved, or that it failed. */
export const record = operation(RecordDrill, async (_actor, drill): Promise<DrillView> => {
  const row = { ...drill, drillId: newId("drill"), at: now() }
  await table().drill.create(row).go()
  return view(row)
})

/** The rehearsals of a kind, the newest first; a hundred unless told otherwise. */
export async function list(kind: DrillKind, count = 100): Promise<DrillView[]> {
  const { data } = await table()
    .drill.query.byKind({ kind })
    .go({ order: "desc", limit: count, count, consistent: true })
  return data.map(view)
}

/** The last time that each kind was proved, and the last time that it was tried. */
export async function last(): Promise<Record<DrillKind, { proved?: DrillView; tried?: DrillView }>> {
  const kinds = DrillKind.options.map(async (kind) => {
    const drills = await list(kind)
    const [tried, proved] = [drills[0], drills.find(({ ok }) => ok)]
    return [kind, { ...(proved && { proved }), ...(tried && { tried }) }] as const
  })
  return Object.fromEntries(await Promise.all(kinds)) as Record<DrillKind, { proved?: DrillView }>
}

const view = ({ drillId, ...row }: EntityItem<typeof DrillEntity>): DrillView => ({ ...row, id: drillId })

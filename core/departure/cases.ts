import { batch, table, unlessRefused } from "../table"

const limit = 100

/**
 * Forgets what was reported of a thing that is being erased, and what moderators noted about it. What was decided stays
 * for the record, and names ids alone.
 */
export async function forgetCases(targetIds: readonly string[]): Promise<void> {
  const t = table()
  for (const targetId of targetIds) {
    for (let more = true; more; ) {
      const { data } = await t.report.query.byTarget({ targetId }).go({ limit, count: limit })
      const made = data.map(({ userId }) => ({ userId, targetId }))
      const reports = data.map(({ reportId }) => ({ reportId }))
      await batch(made, (left) => t.reported.delete(left).go())
      await batch(reports, (left) => t.report.delete(left).go())
      more = data.length === limit
    }
    const { data: notes } = await t.caseNote.query.byCase({ targetId }).go({ pages: "all" })
    const keys = notes.map(({ noteId }) => ({ targetId, noteId }))
    await batch(keys, (left) => t.caseNote.delete(left).go())
    await t.case.delete({ targetId }).go()
  }
}

/** What a person said against decisions, also against those that changed nothing. */
async function forgetAppeals(ownerId: string) {
  let cursor: string | null = null
  do {
    const page: { data: { decisionId: string }[]; cursor: string | null } = await table()
      .decision.query.byOwner({ ownerId })
      .go({ limit, cursor, attributes: ["decisionId"] })
    const keys = page.data.map(({ decisionId }) => ({ decisionId }))
    await batch(keys, (left) => table().appeal.delete(left).go())
    cursor = page.cursor
  } while (cursor)
}

/**
 * Takes from what was decided about a person what they wrote, and what it was like before; and what was reported of them.
 * @returns whether some is left
 */
export async function forgetDecided(userId: string): Promise<boolean> {
  const t = table()
  await forgetAppeals(userId)
  const { data } = await t.decision.query
    .byOwner({ ownerId: userId })
    .where(({ before }, { exists }) => exists(before))
    .go({ count: limit })
  for (const { decisionId, targetId } of data) {
    await forgetCases([targetId])
    await unlessRefused(t.decision.patch({ decisionId }).remove(["before"]).go())
  }
  const { data: cases } = await t.case.query.byOwner({ ownerId: userId }).go({ limit, count: limit })
  await forgetCases([userId, ...cases.map(({ targetId }) => targetId)])
  await t.staff.delete({ userId }).go()
  return data.length === limit || cases.length === limit
}

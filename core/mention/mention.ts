import type { EntityItem } from "electrodb"
import { batch, table } from "../table"
import type { MentionEntity } from "./mention.entity"

export { inert, stillIn } from "./inert"

export type MentionRow = EntityItem<typeof MentionEntity>
const inChunk = 100

/** A text that names people. */
export type Subject = Omit<MentionRow, "userId">

/**
 * Notes whom a text names. Whom it named before it was edited stays noted as long as the text stands: its history
 * still names them. Done again it changes nothing.
 */
export async function keep(subject: Subject, userIds: readonly string[]): Promise<void> {
  const rows = userIds.map((userId) => ({ userId, ...subject }))
  await batch(rows, async (left) => {
    await table().mention.put(left).go()
    return { unprocessed: [] }
  })
}

/**
 * Forgets whom a text that is gone named. Safe to be cut off and to be done again.
 * @param userIds those whom it named at last: the index may not know them yet
 */
export async function forgetText(subjectId: string, userIds: readonly string[]): Promise<void> {
  await forget(userIds.map((userId) => ({ userId, subjectId })))
  for (;;) {
    const { data } = await table()
      .mention.query.bySubject({ subjectId })
      .go({ limit: inChunk, count: inChunk })
    await forget(data)
    if (data.length < inChunk) return
  }
}

/** Some of the texts that name a person. */
export async function ofPerson(userId: string, count: number): Promise<MentionRow[]> {
  const { data } = await table()
    .mention.query.byUser({ userId })
    .go({ limit: count, count, consistent: true })
  return data
}

/** Forgets that texts name a person. */
export async function forget(rows: readonly Pick<MentionRow, "userId" | "subjectId">[]): Promise<void> {
  const keys = rows.map(({ userId, subjectId }) => ({ userId, subjectId }))
  await batch(keys, (left) => table().mention.delete(left).go())
}

import { batch, table } from "../table"

const limit = 100

/** Discards some of a person's drafts, published ones too; their photos follow from the stream. @returns whether some is left */
export async function eraseBy(userId: string): Promise<boolean> {
  const { data } = await table().draft.query.byUser({ userId }).go({ limit, count: limit })
  const keys = data.map(({ draftId }) => ({ draftId }))
  await batch(keys, (left) => table().draft.delete(left).go())
  return data.length === limit
}

import { table } from "../table"
import { endFollow } from "./follow"

const inChunk = 25

/** Ends some of a person's follows of tags. @returns whether some is left */
export async function eraseBy(userId: string): Promise<boolean> {
  const { data } = await table()
    .tagFollow.query.byUser({ userId })
    .go({ limit: inChunk, count: inChunk, consistent: true })
  for (const { tag } of data) await endFollow(userId, tag)
  return data.length === inChunk
}

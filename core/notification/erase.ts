import { batch, table } from "../table"

const limit = 100

/**
 * Removes some of what a person is told, and what they want to be told of. What others are told of the person is taken
 * back with each fact. @returns whether some is left
 */
export async function eraseOf(userId: string): Promise<boolean> {
  const { data } = await table().notification.query.byTopic({ userId }).go({ limit, count: limit })
  const keys = data.map(({ topic, period }) => ({ userId, topic, period }))
  await batch(keys, (left) => table().notification.delete(left).go())
  await Promise.all([
    table().notificationMark.delete({ userId }).go(),
    table().notificationSettings.delete({ userId }).go(),
  ])
  return data.length === limit
}

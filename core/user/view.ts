import type { EntityItem } from "electrodb"
import { Photo } from "../photo"
import { table } from "../table"
import type { UserRow } from "./user"
import type { UserCountEntity } from "./user.entity"
import type { AuthorView, MeView, UserView } from "./user.schema"

type CountRow = EntityItem<typeof UserCountEntity>

/** @returns a person's counters, strongly consistent */
export async function counts(userId: string): Promise<CountRow> {
  const { data } = await table().userCount.get({ userId }).go({ consistent: true })
  return data ?? { userId, posts: 0, followers: 0, following: 0 }
}

/** The little that stands beside a photo or a comment. */
export function author({ userId, handle, name, avatar }: UserRow): AuthorView {
  if (!avatar) return { id: userId, handle, name }
  const { photoId, color, x, y } = avatar
  return { id: userId, handle, name, avatar: { photoId, color, x, y, variants: Photo.smallVariants(avatar) } }
}

export const view = (row: UserRow, count: CountRow): UserView => ({
  ...author(row),
  bio: row.bio,
  links: row.links ?? [],
  joinedAt: row.createdAt,
  counts: { posts: count.posts, followers: count.followers, following: count.following },
  private: row.private,
  unlisted: row.unlisted,
})

export const meView = (row: UserRow, count: CountRow): MeView => ({
  ...view(row, count),
  email: row.email,
  emailVerified: row.emailVerified,
  locale: row.locale,
  role: row.role,
  ...(row.leavingAt ? { leavingAt: row.leavingAt } : {}),
})

/** What a person's page says of them to everybody who may know of them. */
export const shown = async (row: UserRow): Promise<UserView> => view(row, await counts(row.userId))

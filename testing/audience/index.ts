import { access } from "./access"
import { account } from "./account"
import { admin } from "./admin"
import { blocks } from "./blocks"
import { feeds } from "./feeds"
import { follows } from "./follows"
import { health } from "./health"
import { media } from "./media"
import { notifications } from "./notifications"
import { outside } from "./outside"
import { people } from "./people"
import { photos } from "./photos"
import { posts } from "./posts"
import type { Row } from "./row"
import { search } from "./search"
import { talk } from "./talk"

const parts: readonly (() => Promise<Row[]>)[] = [
  health,
  account,
  access,
  photos,
  media,
  posts,
  talk,
  feeds,
  people,
  follows,
  blocks,
  notifications,
  outside,
  search,
  admin,
]

/** The audience matrix: every call of the API about things of every audience, and what everybody gets for it. */
export async function audienceRows(): Promise<Row[]> {
  const rows: Row[] = []
  for (const part of parts) rows.push(...(await part()))
  return rows
}

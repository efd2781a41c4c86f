import { access } from "./access"
import { account } from "./account"
import { admin } from "./admin"
import { albums } from "./albums"
import { blocks } from "./blocks"
import { data } from "./data"
import { departure } from "./departure"
import { feeds } from "./feeds"
import { follows } from "./follows"
import { guests } from "./guests"
import { health } from "./health"
import { imports } from "./imports"
import { links } from "./links"
import { media } from "./media"
import { notifications } from "./notifications"
import { outside } from "./outside"
import { people } from "./people"
import { photos } from "./photos"
import { posts } from "./posts"
import type { Row } from "./row"
import { safety } from "./safety"
import { search } from "./search"
import { security } from "./security"
import { talk } from "./talk"

const parts: readonly (() => Promise<Row[]>)[] = [
  health,
  account,
  access,
  data,
  security,
  imports,
  photos,
  media,
  posts,
  talk,
  albums,
  links,
  guests,
  feeds,
  people,
  follows,
  blocks,
  notifications,
  outside,
  search,
  safety,
  admin,
  departure,
]

/** The audience matrix: every call of the API about things of every audience, and what everybody gets for it. */
export async function audienceRows(): Promise<Row[]> {
  const rows: Row[] = []
  for (const part of parts) rows.push(...(await part()))
  return rows
}

import { table } from "../../table"

type Read<Row> = (options: {
  cursor: string | null
  limit: number
}) => Promise<{ data: Row[]; cursor: string | null }>

/** All rows of a list, a page at a time. */
export async function all<Row>(read: Read<Row>): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const page: { data: Row[]; cursor: string | null } = await read({ cursor, limit: 500 })
    rows.push(...page.data)
    cursor = page.cursor
  } while (cursor)
  return rows
}

/** Does something with each, a few at once; the results in the same order. */
export async function each<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let at = 0; at < items.length; at += 10) {
    results.push(...(await Promise.all(items.slice(at, at + 10).map(work))))
  }
  return results
}

/** The lists of a person that are read here: each by a key of its own. */
export const rowsOf = (userId: string) => {
  const t = table()
  return {
    posts: () => all((page) => t.post.query.byUser({ userId }).go(page)),
    drafts: () => all((page) => t.draft.query.byUser({ userId }).go(page)),
    likes: () => all((page) => t.like.query.byUser({ userId }).go(page)),
    bookmarks: () => all((page) => t.bookmark.query.byUser({ userId }).go(page)),
    comments: () => all((page) => t.comment.query.byUser({ userId }).go(page)),
    replies: () => all((page) => t.reply.query.byUser({ userId }).go(page)),
    commentLikes: () => all((page) => t.commentLike.query.byUser({ userId }).go(page)),
    following: () => all((page) => t.follow.query.byFollower({ followerId: userId }).go(page)),
    followers: () =>
      all((page) => t.follow.query.byFollowee({ followeeId: userId, state: "active" }).go(page)),
    relations: () => all((page) => t.relation.query.byUser({ userId }).go(page)),
    tags: () => all((page) => t.tagFollow.query.byUser({ userId }).go(page)),
    albums: () => all((page) => t.album.query.byUser({ userId }).go(page)),
    memberships: () => all((page) => t.albumMember.query.byUser({ userId }).go(page)),
    links: () => all((page) => t.sharePlace.query.byUser({ userId }).go(page)),
    carried: () => all((page) => t.carried.query.byUser({ userId }).go(page)),
    sessions: () => all((page) => t.session.query.byUser({ userId }).go(page)),
    tokens: () => all((page) => t.accessToken.query.byUser({ userId }).go(page)),
    accounts: () => all((page) => t.account.query.byUser({ userId }).go(page)),
    passkeys: () => all((page) => t.passkey.query.byUser({ userId }).go(page)),
    reported: () => all((page) => t.reported.query.byUser({ userId }).go(page)),
    decisions: () => all((page) => t.decision.query.byOwner({ ownerId: userId }).go(page)),
    audit: () => all((page) => t.audit.query.byUser({ userId }).go(page)),
  }
}
export type Rows = ReturnType<typeof rowsOf>

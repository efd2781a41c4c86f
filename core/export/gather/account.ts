import { silent } from "../../moderation/moderation.schema"
import { table } from "../../table"
import type { User } from "../../user"
import { names } from "./people"
import { all, each, type Rows } from "./rows"
import { safetyOf } from "./safety"
import { sharingOf } from "./sharing"

/**
 * What this site knows of the account, and what others left there: the record of one account on one day, which another
 * account could not take over.
 */
export async function accountOf(
  user: User.UserRow,
  rows: Rows,
  own: ReadonlyMap<string, string>,
  albums: ReadonlyMap<string, string>,
) {
  const [sessions, tokens, accounts, audit, decided, followers, received, sharing, safety] =
    await Promise.all([
      rows.sessions(),
      rows.tokens(),
      rows.accounts(),
      rows.audit(),
      rows.decisions(),
      rows.followers(),
      receivedOf(user.userId, rows, own),
      sharingOf(user.userId, rows, new Map([...own, ...albums])),
      safetyOf(user.userId, rows),
    ])
  const nameOf = await names(
    user.userId,
    followers.map(({ followerId }) => followerId),
  )
  // What came to nothing, they were not told of.
  const untold = decided.filter(({ act }) => silent.includes(act)).map(({ decisionId }) => decisionId)
  const told = audit.filter(({ detail }) => !untold.some((decisionId) => detail.includes(decisionId)))
  const { handle, email, emailVerified, createdAt, seenOn, role } = user
  return {
    handle,
    email,
    emailVerified,
    createdAt,
    ...(seenOn ? { seenOn } : {}),
    role,
    sessions: sessions.map(({ userAgent, createdAt, lastSeenAt }) => ({ userAgent, createdAt, lastSeenAt })),
    tokens: tokens.map(({ name, scopes, createdAt, lastUsedOn }) => ({
      name,
      scopes,
      createdAt,
      lastUsedOn,
    })),
    linked: accounts.map(({ provider, createdAt }) => ({ provider, createdAt })),
    doneByThoseWhoRunTheSite: told.map(({ at, what, detail }) => ({ at, what, detail })),
    followers: followers.map(({ followerId, createdAt }) => ({
      handle: nameOf(followerId),
      since: createdAt,
    })),
    safety,
    sharing,
    received,
  }
}

/** What others left with one: photos of guests that are posts now; under one's posts comments, replies, likes. */
async function receivedOf(self: string, rows: Rows, own: ReadonlyMap<string, string>) {
  const found = await each([...own], async ([postId, id]) => {
    const [comments, likes] = await Promise.all([
      all((page) => table().comment.query.byPost({ postId }).go(page)),
      all((page) => table().like.query.byPost({ postId }).go(page)),
    ])
    const answered = comments.filter(({ replies }) => replies > 0)
    const replies = await each(answered, ({ commentId }) =>
      all((page) => table().reply.query.byComment({ parentId: commentId }).go(page)),
    )
    const said = [...comments, ...replies.flat()].filter((row) => guestIn(row) || row.userId !== self)
    return { id, said, likes: likes.filter(({ userId }) => userId !== self) }
  })
  const nameOf = await names(
    self,
    found.flatMap(({ said, likes }) => [...said, ...likes].map(({ userId }) => userId)),
  )
  const posts = await rows.posts()
  return {
    posts: posts.flatMap(({ postId, guest }) => (guest ? [{ id: own.get(postId), guest }] : [])),
    comments: found.flatMap(({ id, said }) =>
      said.map((row) => {
        const { userId, text, createdAt } = row
        const guest = guestIn(row)
        const by = guest === undefined ? { by: nameOf(userId) } : { by: null, guest }
        return { on: id, ...by, text, createdAt }
      }),
    ),
    likes: found.flatMap(({ id, likes }) =>
      likes.map(({ userId, createdAt }) => ({ on: id, by: nameOf(userId), createdAt })),
    ),
  }
}

/** What the guest called themself who wrote a comment, where one did. */
const guestIn = (row: { guest?: { name: string } | undefined } | object): string | undefined =>
  "guest" in row ? row.guest?.name : undefined

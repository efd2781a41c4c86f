import { config } from "../config"
import { batch, table, unlessRefused } from "../table"
import { now } from "../time"

/**
 * What has so many followers that its posts are not written to each feed: readers pull them when they open home.
 * It becomes large above the limit and small again only well below it, so that it does not go to and fro.
 */
export type Kind = "USER" | "TAG"
export type Large = { kind: Kind; source: string }

/** The share of the limit below which a large source is small again. */
const settled = 0.9
const inChunk = 100

type Counted = { followers: number; large?: boolean | undefined }

/** Whether an account or a tag is pulled. */
export async function isLarge(kind: Kind, source: string): Promise<boolean> {
  return (await counted(kind, source))?.large ?? false
}

async function counted(kind: Kind, source: string): Promise<Counted | undefined> {
  const { data } =
    kind === "USER"
      ? await table().userCount.get({ userId: source }).go()
      : await table().tag.get({ tag: source }).go()
  return data ?? undefined
}

/**
 * Makes an account or a tag large when it has grown past the limit, and small when it has shrunk well below.
 * First every follower is told to pull, in chunks, then nothing is written to feeds any more: cut off in between,
 * it is done again. Who is told to pull what is small again loses nothing and is left so.
 */
export async function resize(kind: Kind, source: string, { followers, large }: Counted): Promise<void> {
  const limit = config.settings.limits.fanOutFollowers
  if (!large && followers > limit) {
    await tellFollowers(kind, source)
    await mark(kind, source, true)
  }
  if (large && followers < limit * settled) await mark(kind, source, false)
}

async function mark(kind: Kind, source: string, large: boolean) {
  // Refused when it is gone.
  await unlessRefused(
    kind === "USER"
      ? table().userCount.patch({ userId: source }).set({ large }).go()
      : table().tag.patch({ tag: source }).set({ large }).go(),
  )
}

async function tellFollowers(kind: Kind, source: string) {
  let before = "~"
  for (;;) {
    const followers = await followersOf(kind, source, before)
    await Promise.all(followers.map(({ userId }) => pullFrom(userId, { kind, source })))
    const last = followers.at(-1)
    if (followers.length < inChunk || !last) return
    before = last.followId
  }
}

async function followersOf(kind: Kind, source: string, followId: string) {
  const page = { order: "desc", limit: inChunk, count: inChunk } as const
  if (kind === "TAG")
    return (await table().tagFollow.query.byTag({ tag: source }).lt({ followId }).go(page)).data
  const list = table().follow.query.byFollowee({ followeeId: source, state: "active" })
  const { data } = await list.lt({ followId }).go(page)
  return data.map(({ followerId, followId: id }) => ({ userId: followerId, followId: id }))
}

/** Whether a new follower has to pull: also shortly before it is large, while those who were there are being told. */
export async function isNearlyLarge(kind: Kind, source: string): Promise<boolean> {
  const count = await counted(kind, source)
  return (
    count !== undefined &&
    (count.large === true || count.followers >= config.settings.limits.fanOutFollowers * settled)
  )
}

/**
 * Tells a reader's feed to pull a source from now on; twice is once.
 * @param pulled the newest post of it that the feed has already
 */
export async function pullFrom(userId: string, large: Large, pulled?: string): Promise<void> {
  await Promise.all([
    unlessRefused(
      table()
        .largeFollow.create({ userId, ...large, ...(pulled ? { pulled } : {}) })
        .go(),
    ),
    unlessRefused(table().relation.create({ userId, kind: "LARGE", target: "-", createdAt: now() }).go()),
  ])
}

/** A reader's feed does not pull a source any more. */
export const pullNoMore = (userId: string, large: Large) =>
  batch([{ userId, ...large }], (left) => table().largeFollow.delete(left).go())

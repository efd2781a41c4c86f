import type { EntityItem } from "electrodb"
import { addressOf, asVisitor } from "../actor"
import { Case } from "../case"
import { config } from "../config"
import { invalidField } from "../error"
import { newId } from "../id"
import { limit } from "../limit"
import { operation } from "../operation"
import { Post } from "../post"
import { table } from "../table"
import { days } from "../time"
import { User } from "../user"
import type { TakedownEntity } from "./takedown.entity"
import { SendTakedown } from "./takedown.schema"

export type TakedownRow = EntityItem<typeof TakedownEntity>

/**
 * Takes a legal notice about a post or a person, from anybody; it is a case for moderators and hides nothing by itself.
 * @throws AppError `invalid` for an address of nothing that everybody sees; `rate_limited`
 */
export const send = operation(
  SendTakedown,
  async (actor, { sworn: _, ...notice }): Promise<{ id: string }> => {
    await limit(["takedown", addressOf(actor)], config.settings.limits.takedownsPerDay, days(1))
    const about = await namedIn(notice.address)
    // Nobody learns from the form whether something is there that they may not see.
    const author = about && (await User.byId(about.ownerId))
    const post =
      about?.postId && (await Post.isVisible(actor.kind === "user" ? actor : asVisitor(actor), about.postId))
    if (!about || !author || author.hidden || post === false)
      throw invalidField("address", "takedown_address")
    const takedownId = newId("takedown")
    await Case.add({ ...about, kind: "legal" }, Case.rankOf("legal"), 0, (t, at) => [
      t.takedown
        .create({ ...notice, takedownId, targetId: about.targetId, ownerId: about.ownerId, at })
        .commit(),
    ])
    return { id: takedownId }
  },
)

/** What an address of the site is of: a post or a person. */
async function namedIn(address: string) {
  const postId = /\b(pst_[0-9A-Z]{26})\b/.exec(address)?.[1]
  const row = postId && (await Post.postRow(postId))
  if (row) return { targetId: row.postId, ownerId: row.userId, postId: row.postId }
  const handle = /\/(?:u\/|@)([a-z0-9_.]{3,30})/i.exec(address)?.[1]
  const person = handle && (await User.find(handle.toLowerCase()))
  return person ? { targetId: person.userId, ownerId: person.userId } : undefined
}

/** The notices about one thing, the newest first. */
export async function of(targetId: string, count = 10): Promise<TakedownRow[]> {
  const { data } = await table()
    .takedown.query.byTarget({ targetId })
    .go({ order: "desc", limit: count, count })
  return data
}

export async function byId(takedownId: string): Promise<TakedownRow | undefined> {
  return (await table().takedown.get({ takedownId }).go()).data ?? undefined
}

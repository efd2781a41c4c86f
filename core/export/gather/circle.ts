import { names } from "./people"
import type { Rows } from "./rows"

/** Whom and what a person follows, hides and keeps away. Of whoever is no longer there nothing is left to say. */
export async function circleOf(self: string, rows: Rows) {
  const [following, relations, tags] = await Promise.all([rows.following(), rows.relations(), rows.tags()])
  const of = (kind: string) => relations.filter((row) => row.kind === kind)
  const nameOf = await names(self, [
    ...following.map(({ followeeId }) => followeeId),
    ...relations.map(({ target }) => target).filter((target) => target.startsWith("usr_")),
  ])
  const byHandle = (userIds: string[]) =>
    userIds.flatMap((userId) => {
      const handle = nameOf(userId)
      return handle ? [{ handle }] : []
    })
  const targets = (kind: string) => of(kind).map(({ target }) => target)
  return {
    following: byHandle(following.map(({ followeeId }) => followeeId)),
    tags: tags.map(({ tag }) => ({ tag })),
    filters: targets("WORD").map((word) => ({ word })),
    mutes: byHandle(targets("MUTE")),
    blocks: byHandle(targets("BLOCK")),
  }
}

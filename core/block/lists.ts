import { requireUser } from "../actor"
import { operation } from "../operation"
import { type Page, PageInput } from "../page.schema"
import { Relation } from "../relation"
import { listOf } from "../table/list"
import { User } from "../user"
import type { ApartView } from "./block.schema"

const listed = (kind: "BLOCK" | "MUTE", name: string) =>
  operation(PageInput, async (actor, page): Promise<Page<ApartView>> => {
    const { userId } = requireUser(actor)
    return listOf<Relation.RelationRow, ApartView>({
      list: `${name}-of-${userId}`,
      page,
      read: (before, count) => Relation.below(userId, kind, before, count),
      idOf: ({ target }) => target,
      show: async (rows) => {
        const [people, { blocked }] = await Promise.all([
          User.people(rows.map(({ target }) => target)),
          Relation.of(actor),
        ])
        return rows.flatMap(({ target, createdAt }) => {
          // Whoever blocked meanwhile is not in the other list either.
          const person = kind === "MUTE" && blocked.has(target) ? undefined : people.get(target)
          return person ? [{ ...User.author(person), since: createdAt }] : []
        })
      },
    })
  })

/** Whom the actor blocked; nobody else reads it. */
export const blocks = listed("BLOCK", "blocks")

/** Whom the actor muted; nobody else reads it. */
export const mutes = listed("MUTE", "mutes")

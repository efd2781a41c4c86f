import type { Actor } from "../actor"
import { AppError } from "../error"
import { Follow } from "../follow"
import type { PersonView } from "../follow/follow.schema"
import type { Page } from "../page.schema"
import { table } from "../table"
import { User } from "../user"
import { Handle } from "../user/user.schema"
import { pageOfWalk, type Slice } from "./page"
import { isCalled, nameTerms, nameWordsOf } from "./query"
import type { Read } from "./walk"

/**
 * People who are called so, or whose names begin so: whoever has exactly this handle comes first, then the newest
 * accounts. Private accounts are found; hidden ones, and those behind a block, are not.
 */
export async function findPeople(actor: Actor, text: string, slice: Slice): Promise<Page<PersonView>> {
  const words = nameWordsOf(text.replace(/^[@＠]/, ""))
  const terms = nameTerms(words)
  const { data: handle } = Handle.safeParse(text.replace(/^＠/, ""))
  const first = handle && slice.cursor === undefined ? await exactly(actor, handle) : []
  const show = async (userIds: string[]) => {
    const people = await Follow.peopleViews(actor, userIds)
    return people.filter((person) => isCalled(person, words) && person.handle !== handle)
  }
  const rest = { ...slice, limit: slice.limit - first.length }
  const page = await pageOfWalk(`people ${terms.join(" ")}`, terms, rest, readPeople, show)
  return { ...page, items: [...first, ...page.items] }
}

async function exactly(actor: Actor, handle: string): Promise<PersonView[]> {
  try {
    const { userId } = await User.visible(actor, handle)
    // Not by a handle of earlier days.
    return (await Follow.peopleViews(actor, [userId])).filter((person) => person.handle === handle)
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return []
    throw error
  }
}

const readPeople: Read = async (term, below, count) => {
  const list = table().searchPerson.query.byTerm({ term }).between({ userId: "" }, { userId: below })
  const { data } = await list.go({ order: "desc", limit: count + 1, count: count + 1 })
  return data
    .map(({ userId }) => userId)
    .filter((id) => id !== below)
    .slice(0, count)
}

import { type Actor, addressOf, userIdOf } from "../actor"
import { config } from "../config"
import { invalidField } from "../error"
import type { PersonView } from "../follow/follow.schema"
import { limit } from "../limit"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import type { PostView } from "../post/post.schema"
import type { TagView } from "../tag/tag.schema"
import { findPeople } from "./people"
import { findPosts } from "./posts"
import { nameWordsOf, wordsOf } from "./query"
import { SearchInput, SuggestInput, type SuggestView } from "./search.schema"
import { findTags, spellingOf } from "./tags"

export { keepPerson, keepPost, keepTag } from "./keep"

/**
 * Public posts by the words of caption and descriptions, and by camera; people by name; tags by how they begin. Posts for
 * followers are found by nobody: their words would tell what they show.
 * @throws AppError `invalid` where there is no word to look for, `rate_limited` for who searches too often
 */
export const find = operation(
  SearchInput,
  async (actor, { q, type, camera, ...slice }): Promise<Page<PostView | PersonView | TagView>> => {
    const words = wordsOf(q)
    if (type === "posts" ? words.length === 0 && (camera === "" || q !== "") : !isName(type, q))
      throw invalidField("q", "search_short")
    if (type !== "posts" && camera !== "") throw invalidField("camera", "search_camera")
    await countSearch(actor, "search", 1)
    if (type === "users") return findPeople(actor, q, slice)
    if (type === "tags") return findTags(actor, q, slice)
    return findPosts(actor, { words, ...(camera ? { camera } : {}) }, slice)
  },
)

const isName = (type: "users" | "tags", q: string) =>
  type === "users" ? nameWordsOf(q).length > 0 : spellingOf(q) !== ""

/** So many are suggested while somebody types. */
const suggested = { people: 3, tags: 6 }

/** A few people and tags that somebody may mean; none where there is too little to tell. */
export const suggest = operation(SuggestInput, async (actor, { q }): Promise<SuggestView> => {
  const [named, tagged] = [isName("users", q), isName("tags", q)]
  if (!named && !tagged) return { people: [], tags: [] }
  // Asked with each pause in typing.
  await countSearch(actor, "suggest", 4)
  const none = { items: [], nextCursor: null }
  const [people, tags] = await Promise.all([
    named ? findPeople(actor, q, { limit: suggested.people }) : none,
    tagged ? findTags(actor, q, { limit: suggested.tags }) : none,
  ])
  return { people: people.items, tags: tags.items }
})

/** Counted by person, else by address, which strangers may share. */
async function countSearch(actor: Actor, what: string, times: number) {
  const who = userIdOf(actor) ?? addressOf(actor)
  const most = config.settings.limits.searchesPerMinute * times
  await limit([what, who], actor.kind === "user" ? most : most * 5, 60)
}

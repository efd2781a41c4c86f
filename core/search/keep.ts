import { Post } from "../post"
import { batch, table } from "../table"
import { User } from "../user"
import { initialOf, spellingOf } from "./tags"
import { personTerms, postTerms } from "./terms"

type Pair<Row> = readonly [before: Row | undefined, after: Row | undefined]
type Terms = ReadonlySet<string>

/** The rows of one thing in the index. */
type Rows = {
  /** The terms it should be found by as it is now. */
  wanted: () => Promise<Terms>
  put: (terms: string[]) => Promise<unknown>
  remove: (terms: string[]) => Promise<unknown>
}

/** A post is found by the words it has while it is public, and by no others. */
export async function keepPost(...[before, after]: Pair<Post.PostRow>): Promise<void> {
  const postId = (after ?? before)?.postId ?? ""
  const rows = (terms: string[]) => terms.map((term) => ({ term, postId }))
  await keep(changedOf(postTerms(before), postTerms(after)), {
    wanted: async () => postTerms(await Post.postRow(postId)),
    put: (terms) => batch(rows(terms), (left) => table().searchPost.put(left).go({ concurrent: 4 })),
    remove: (terms) => batch(rows(terms), (left) => table().searchPost.delete(left).go({ concurrent: 4 })),
  })
}

/** A person is found by the words of name and handle as they are now. */
export async function keepPerson(...[before, after]: Pair<User.UserRow>): Promise<void> {
  const userId = (after ?? before)?.userId ?? ""
  const rows = (terms: string[]) => terms.map((term) => ({ term, userId }))
  await keep(changedOf(personTerms(before), personTerms(after)), {
    wanted: async () => personTerms(await User.byId(userId)),
    put: (terms) => batch(rows(terms), (left) => table().searchPerson.put(left).go({ concurrent: 4 })),
    remove: (terms) => batch(rows(terms), (left) => table().searchPerson.delete(left).go({ concurrent: 4 })),
  })
}

type TagRow = { tag: string; posts?: number }

/** A tag is found by its beginning while posts carry it. */
export async function keepTag(...[before, after]: Pair<TagRow>): Promise<void> {
  const tag = (after ?? before)?.tag ?? ""
  const spelling = spellingOf(tag)
  const rows = (terms: string[]) => terms.map(() => ({ initial: initialOf(spelling), spelling, tag }))
  const termsOf = (row: TagRow | undefined | null): Terms => new Set((row?.posts ?? 0) > 0 ? [tag] : [])
  await keep(changedOf(termsOf(before), termsOf(after)), {
    wanted: async () => termsOf((await table().tag.get({ tag }).go({ consistent: true })).data),
    put: (terms) => batch(rows(terms), (left) => table().searchTag.put(left).go()),
    remove: (terms) => batch(rows(terms), (left) => table().searchTag.delete(left).go()),
  })
}

const changedOf = (before: Terms, after: Terms): string[] => [
  ...[...after].filter((term) => !before.has(term)),
  ...[...before].filter((term) => !after.has(term)),
]

/** How often it is looked at anew while it keeps changing. */
const looks = 5

/**
 * Brings the rows of terms that changed to what is wanted now, not when they changed: done again, late or out of order it
 * changes nothing. Looked at once more afterwards: it may have changed while rows were written, and that change may have
 * been here already.
 */
async function keep(changed: string[], { wanted, put, remove }: Rows): Promise<void> {
  if (changed.length === 0) return
  let now = await wanted()
  for (let look = 0; look < looks; look++) {
    await put(changed.filter((term) => now.has(term)))
    await remove(changed.filter((term) => !now.has(term)))
    const then = now
    now = await wanted()
    if (changed.every((term) => then.has(term) === now.has(term))) return
  }
}

import type { Answer, api } from "../api"
import { given, type Person } from "../given"

/** Two people who have nothing to do with each other, seen from one of them, and somebody whom both know. */
export type World = {
  me: Person
  other: Person
  /** Follows both, and both follow them. */
  third: Person
  /** The other's public post. */
  post: { id: string; photoId: string }
}

/** One call that shows the other, or does something about them. */
export type Row = {
  /** As the document names it. */
  endpoint: `${string} /${string}`
  where: (world: World) => Parameters<typeof api>[0]
  json?: unknown
  /** What has to be between the two for the call to show anything. */
  before?: (world: World) => Promise<unknown>
  /** Whether a block takes it away for good: follows and requests do not come back with the people. */
  gone?: boolean
}

/**
 * Whether a call found the other: a list or a page names them, a file has an address, an act was done.
 * @param method of the call
 */
export function finds(method: string, { status, text }: Answer, { other }: World): boolean {
  if (status === 404) return false
  if (status >= 400) throw new Error(`${status}: ${text}`)
  return method !== "GET" || status === 302 || text.includes(other.userId)
}

/** The same two people, seen from both sides. */
export async function bothSides(): Promise<[World, World]> {
  const [one, two, third] = await Promise.all([given.person(), given.person(), given.person()])
  for (const person of [one, two]) {
    await given.follow(person, third)
    await given.follow(third, person)
  }
  const [ofOne, ofTwo] = [await postOf(one), await postOf(two)]
  return [
    { me: one, other: two, third, post: ofTwo },
    { me: two, other: one, third, post: ofOne },
  ]
}

async function postOf(person: Person) {
  const { id, photos } = await given.post(person)
  return { id, photoId: photos[0]?.photoId ?? "" }
}

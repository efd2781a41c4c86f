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
  /** A public post of the third. */
  common: string
}

/** One call that shows the other, or does something about them. */
export type Row = {
  /** As the document names it. */
  endpoint: `${string} /${string}`
  where: (world: World, id: string) => Parameters<typeof api>[0]
  json?: unknown
  /** What has to be between the two for the call to show anything; it may give the id of a thing it is about. */
  before?: (world: World) => Promise<unknown>
  /** What an answer says of the other; without it their id. */
  names?: (world: World) => string
  /** Whether a block takes it away for good: follows and requests do not come back with the people. */
  gone?: boolean
}

/**
 * Whether a call found the other: a list or a page names them, a file has an address, an act was done.
 * @param method of the call
 * @param said what stands in an answer that found them
 */
export function finds(method: string, { status, text }: Answer, said: string): boolean {
  if (status === 404) return false
  if (status >= 400) throw new Error(`${status}: ${text}`)
  return method !== "GET" || status === 302 || text.includes(said)
}

/** The same two people, seen from both sides. */
export async function bothSides(): Promise<[World, World]> {
  const [one, two, third] = await Promise.all([given.person(), given.person(), given.person()])
  for (const person of [one, two]) {
    await given.follow(person, third)
    await given.follow(third, person)
  }
  const [ofOne, ofTwo, { id: common }] = [await postOf(one), await postOf(two), await postOf(third)]
  return [
    { me: one, other: two, third, post: ofTwo, common },
    { me: two, other: one, third, post: ofOne, common },
  ]
}

async function postOf(person: Person) {
  const { id, photos } = await given.post(person)
  return { id, photoId: photos[0]?.photoId ?? "" }
}

import { User } from "../../user"

/**
 * Who is meant by ids, as an archive says it: by handle; the archive's own person as `you`; nobody who is no longer
 * there.
 */
export async function names(self: string, userIds: readonly string[]) {
  const people = await User.people(userIds)
  return (userId: string): string | null => (userId === self ? "you" : (people.get(userId)?.handle ?? null))
}
export type NameOf = Awaited<ReturnType<typeof names>>

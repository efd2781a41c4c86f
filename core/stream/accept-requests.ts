import { Follow } from "../follow"
import type { User } from "../user"

type Change = { before: Record<string, unknown> | undefined; after: Record<string, unknown> | undefined }

/** An account that is opened to everybody lets in who waited for it. */
export async function acceptRequests({ before, after }: Change): Promise<void> {
  const [then, now] = [before, after] as unknown as (User.UserRow | undefined)[]
  if (then?.private && now && !now.private) await Follow.acceptWaiting(now.userId)
}

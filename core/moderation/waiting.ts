import { Case } from "../case"
import type { Entities } from "../table"
import type { PostBefore } from "./effects-on-post"
import type { Act } from "./moderation.schema"
import { postIdOf, type Subject } from "./subject"

/** Those by which a post no longer waits. */
const settling: readonly Act[] = ["approve", "hide", "quarantine"]

/** Whether a thing waits as before when this is decided about it: its case stays open. */
export function waitsStill(act: Act, subject: Subject): boolean {
  if (subject.kind !== "post" || settling.includes(act)) return false
  const { held, hidden } = subject.post.moderation ?? {}
  return held !== undefined && hidden === undefined
}

/** Whether a thing waits once this is taken back. */
function waitsAgain(act: Act, subject: Subject, before: unknown): boolean {
  if (subject.kind === "photo") return act === "approve"
  if (subject.kind !== "post" || !settling.includes(act)) return false
  const { held, hidden } = subject.post.moderation ?? {}
  const isHidden = act === "approve" && hidden !== undefined
  return !isHidden && (held ?? (before as PostBefore | undefined)?.held) !== undefined
}

/**
 * What waits once a decision is taken back is in the queue again.
 * @returns the write; it is refused when the case changes in this moment
 */
export async function queuedAgain(act: Act, subject: Subject | undefined, before: unknown) {
  if (!subject || !waitsAgain(act, subject, before)) return () => []
  const { targetId, owner } = subject
  const kind = subject.kind === "photo" ? ("blocked_content" as const) : ("held" as const)
  const row = await Case.get(targetId)
  const about = { targetId, ownerId: owner.userId, kind, postId: postIdOf(subject) }
  return (t: Entities) => [Case.reopened(t, row, about)]
}

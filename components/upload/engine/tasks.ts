import type { Desk } from "./desk-state"
import type { Making } from "./making"
import type { Stage, Upload } from "./upload"

/** Files on their way to the server at once. */
const lanes = 3
/** Files being hashed and announced at once: quick, and a post can be published once that is done. */
const prepared = 2

export type Task = { kind: "prepare" | "send" | "follow"; upload: Upload } | { kind: "publish"; post: Making }

/** What is to be done right now. It follows from the desk alone, so that nothing has to be remembered. */
export function tasksOf({ tab, paused, posts }: Desk): Task[] {
  if (tab !== "own") return []
  const items = posts.flatMap((post) => post.items)
  // Those already at it come first, so that they keep their lane.
  const at = (...stages: Stage[]) => stages.flatMap((stage) => items.filter((item) => item.stage === stage))
  const as = (kind: "prepare" | "send" | "follow") => (upload: Upload) => ({ kind, upload })
  return [
    ...(paused ? [] : at("hashing", "queued").slice(0, prepared).map(as("prepare"))),
    ...(paused ? [] : at("sending", "started").slice(0, lanes).map(as("send"))),
    ...at("processing").map(as("follow")),
    ...posts.filter(isPublishable).map((post) => ({ kind: "publish" as const, post })),
  ]
}

/** The server can make a post of photos that it knows, before their bytes are there. */
function isPublishable({ publishing, draftId, items }: Making) {
  if (!publishing || draftId) return false
  // Words alone can be kept, but not published.
  if (items.length === 0) return publishing.as === "draft"
  // Once it was asked, the server's answer is what counts, whatever became of the photos meanwhile.
  return items.every(({ photoId, stage }) => photoId && (publishing.sent || stage !== "failed"))
}

/** What tells a task from others. */
export const nameOf = (task: Task) =>
  task.kind === "publish" ? `publish ${task.post.id}` : `${task.kind} ${task.upload.key}`

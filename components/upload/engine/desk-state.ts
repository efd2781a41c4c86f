import { type Making, type MakingEvent, makingState, withPhoto } from "./making"
import { stopped, type UploadEvent } from "./uploads-state"

/** All posts that somebody makes in this browser. */
export type Desk = {
  /** Whether this tab makes them; one tab does at a time. */
  tab: "opening" | "own" | "other"
  online: boolean
  paused: boolean
  /** The last one without a draft is being written; the others wait for their photos. */
  posts: readonly Making[]
}

export type DeskEvent =
  | UploadEvent
  | MakingEvent
  | { type: "opened"; posts: readonly Making[]; next: Making }
  | { type: "closed" }
  | { type: "connected"; online: boolean }
  | { type: "paused"; paused: boolean }
  /** It is a draft of the server's now, or a post; the next one begins. */
  | { type: "published"; id: string; draftId?: string; next: Making }
  | { type: "forgotten"; id: string; next: Making }

export const shut: Desk = { tab: "opening", online: true, paused: false, posts: [] }

/** The post that is being written. */
export const composing = ({ posts }: Pick<Desk, "posts">) => posts.findLast(({ draftId }) => !draftId)

/** Whether nothing would be lost if the desk were cleared. */
export const isIdle = ({ posts }: Desk) =>
  posts.every(({ items, words }) => items.length === 0 && words.caption.trim() === "")

/** Whether something would be lost if the tab were closed: it is neither kept here nor with the server. */
export const wouldLose = ({ posts }: Desk) =>
  posts.some(({ draftId, items }) => items.some(({ kept, arrived }) => !kept && !(draftId && arrived)))

/** What the desk becomes by an event. Events about what is gone change nothing. */
export function deskState(desk: Desk, event: DeskEvent): Desk {
  switch (event.type) {
    case "opened":
      return { ...desk, tab: "own", posts: withBlank(event.posts, event.next) }
    case "closed":
      return { ...desk, tab: "other", posts: [] }
    case "connected":
      return { ...desk, online: event.online }
    case "paused":
      return { ...desk, paused: event.paused, posts: event.paused ? desk.posts.map(withStops) : desk.posts }
    case "forgotten":
      return { ...desk, posts: without(desk.posts, event.id, event.next) }
    case "published":
      return { ...desk, posts: published(desk.posts, event) }
  }
  const posts = desk.posts.map((post) => ("id" in event ? makingState(post, event) : withPhoto(post, event)))
  return { ...desk, posts: posts.filter((post) => !isOver(post)) }
}

const withStops = (post: Making): Making => ({ ...post, items: post.items.map(stopped) })

/** A draft whose photos are all ready is the server's alone. */
const isOver = ({ draftId, items }: Making) =>
  draftId !== undefined && items.every(({ stage }) => stage === "ready")

/** There is always one that is being written. */
const withBlank = (posts: readonly Making[], next: Making) =>
  composing({ posts }) ? posts : [...posts, next]

const without = (posts: readonly Making[], id: string, next: Making) =>
  withBlank(
    posts.filter((post) => post.id !== id),
    next,
  )

function published(posts: readonly Making[], event: Extract<DeskEvent, { type: "published" }>) {
  const { id, draftId, next } = event
  if (!draftId) return without(posts, id, next)
  const drafted = posts.map((post) => (post.id === id ? { ...post, draftId, publishing: undefined } : post))
  return withBlank(
    drafted.filter((post) => !isOver(post)),
    next,
  )
}

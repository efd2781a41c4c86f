import type { License, LocationChoice, Visibility } from "@/core/post/post.schema"
import { isGone } from "./steps"
import { type UploadEvent, type UploadsState, unsettled, uploadsState } from "./uploads-state"

export type Words = {
  caption: string
  visibility: Visibility
  commentsAllowed: boolean
  showCamera: boolean
  location: LocationChoice
  license: License
  /** Why the photos are covered; empty when they are not. */
  contentWarning: string
  /** When it is to be published, in UTC; as soon as it can be without it. */
  publishAt?: string
}

/** A post in the making. */
export type Making = UploadsState & {
  /** Its name in this browser. */
  id: string
  words: Words
  /** The button was pressed. The server makes one post of it, however often it hears this key. */
  publishing?: { key: string; sent: boolean; as?: "draft" }
  /** Why it was not published. */
  problem?: unknown
  /** The server has it and waits for its photos. */
  draftId?: string
  /** It was found in this browser, left by an earlier visit. */
  restored?: boolean
}

/** What happens to a post besides its photos. */
export type MakingEvent = { id: string } & (
  | { type: "added"; items: UploadsState["items"]; refusals: UploadsState["refusals"] }
  | { type: "refusals_read" }
  | { type: "worded"; words: Partial<Words> }
  | { type: "wanted"; key: string; as?: "draft" }
  | { type: "held" }
  | { type: "publishing" }
  | { type: "refused"; problem: unknown }
)

/** A post that nothing was put into yet. Its place is never told unless that is chosen for this very post. */
export const blank = (id: string, showCamera = false): Making => ({
  id,
  items: [],
  refusals: [],
  words: {
    caption: "",
    visibility: "public",
    commentsAllowed: true,
    showCamera,
    location: "off",
    license: "all_rights_reserved",
    contentWarning: "",
  },
})

/** What a post becomes by an event of its own. */
export function makingState(post: Making, event: MakingEvent): Making {
  return post.id === event.id ? { ...post, ...changeOf(post, event) } : post
}

function changeOf(post: Making, event: MakingEvent): Partial<Making> {
  switch (event.type) {
    case "added":
      return { items: [...post.items, ...event.items], refusals: event.refusals }
    case "refusals_read":
      return { refusals: [] }
    case "worded":
      return { words: { ...post.words, ...event.words } }
    case "wanted":
      return { publishing: { key: event.key, sent: false, as: event.as }, problem: undefined }
    case "held":
      return { publishing: undefined }
    case "publishing":
      return { publishing: post.publishing && { ...post.publishing, sent: true } }
    case "refused":
      // Where a photo is gone, all are asked after: what the server no longer has begins anew.
      return {
        publishing: undefined,
        problem: event.problem,
        items: isGone(event.problem) ? post.items.map(unsettled) : post.items,
      }
  }
}

/** What a post becomes by something that happens to a photo. */
export function withPhoto(post: Making, event: UploadEvent): Making {
  // A draft of the server's keeps its photos: what it lost there cannot begin anew.
  if (event.type === "lost" && post.draftId) return uploadsState(post, { type: "removed", key: event.key })
  const next = uploadsState(post, event)
  const fails = next.items.some(({ stage }) => stage === "failed")
  return fails && next.publishing && !next.publishing.sent ? { ...next, publishing: undefined } : next
}

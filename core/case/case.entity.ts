import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

/** One thing that waits for a decision, whatever the number of reports. */
export const CaseEntity = new Entity({
  model: model("case"),
  attributes: {
    targetId: { type: "string", required: true },
    /** Whose it is. */
    ownerId: { type: "string", required: true },
    /** The post that a photo or a comment is in. */
    postId: { type: "string" },
    status: { type: ["open", "decided"] as const, required: true },
    /** 0 before all others, 8 for what only people say whose reports come to nothing. */
    rank: { type: "string", required: true },
    kinds: { type: "list", items: { type: "string" }, required: true },
    /** How many people reported it since it was opened; none for what the site put here. */
    count: { type: "number", required: true, default: 0 },
    openedAt: { type: "string", required: true },
    newestAt: { type: "string", required: true },
  },
  indexes: {
    byTarget: primaryKey("CASE#{targetId}", "META"),
    /** What is forgotten with whose it is, also of what they deleted before. */
    byOwner: indexKey("gsi1", "USER#{ownerId}#CASES", "{targetId}"),
    /** The queue: the most pressing first, then the oldest. */
    queue: indexKey("gsi2", "CASE#{status}", "{rank}#{openedAt}#{targetId}"),
  },
})

/** What a moderator tells the others about a case. */
export const CaseNoteEntity = new Entity({
  model: model("caseNote"),
  attributes: {
    targetId: { type: "string", required: true },
    noteId: { type: "string", required: true },
    by: { type: "string", required: true },
    text: { type: "string", required: true },
    at: { type: "string", required: true },
  },
  indexes: { byCase: primaryKey("CASE#{targetId}", "NOTE#{noteId}") },
})

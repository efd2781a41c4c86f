import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

/** A post or comment names a person, or did before it was edited: so that, when they are gone, it no longer leads to whoever has the handle then. */
export const MentionEntity = new Entity({
  model: { entity: "mention", version: "1", service: "ichimai" },
  attributes: {
    /** Who is named. */
    userId: { type: "string", required: true },
    /** The post or comment. */
    subjectId: { type: "string", required: true },
    postId: { type: "string", required: true },
    /** Of a reply: the comment that it answers. */
    parentId: { type: "string" },
    /** Who wrote it. */
    actorId: { type: "string", required: true },
  },
  indexes: {
    byUser: primaryKey("USER#{userId}#MENTIONS", "{subjectId}"),
    /** Removal of the text: those too whom it named before it was edited. */
    bySubject: indexKey("gsi1", "SUBJECT#{subjectId}#MENTIONS", "{userId}"),
  },
})

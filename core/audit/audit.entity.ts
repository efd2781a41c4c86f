import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

/** Stands for a person where it was done to none: an index wants every part of its key. */
export const nobody = "nobody"

/** What somebody with more rights than others did. Put once, and never changed: the app's role may do no more. */
export const AuditEntity = new Entity({
  model: { entity: "audit", version: "1", service: "ichimai" },
  attributes: {
    /** `2026-01-31`: one partition a day. */
    day: { type: "string", required: true },
    auditId: { type: "string", required: true },
    at: { type: "string", required: true },
    stage: { type: "string", required: true },
    /** Who did it: a person's id, or an operator as AWS knows them. */
    by: { type: "string", required: true },
    /** What was done: `user suspend`. */
    what: { type: "string", required: true },
    /** In words, with what it was before. */
    detail: { type: "string", required: true },
    /** Whom it was done to; `nobody` for what was done to the stage. */
    userId: { type: "string", required: true },
  },
  indexes: {
    /** The entries of a day, in order. */
    byDay: primaryKey("AUDIT#{day}", "{auditId}"),
    /** What was done to a person. */
    byUser: {
      ...indexKey("gsi1", "USER#{userId}#AUDIT", "{auditId}"),
      condition: (entry: Record<string, unknown>) => entry.userId !== nobody,
    },
  },
})

import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"
import { Act, Rule } from "./moderation.schema"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

/** What was decided about a thing, with all that is needed to undo it. Never removed. */
export const DecisionEntity = new Entity({
  model: model("decision"),
  attributes: {
    decisionId: { type: "string", required: true },
    targetId: { type: "string", required: true },
    ownerId: { type: "string", required: true },
    postId: { type: "string" },
    act: { type: Act.options, required: true },
    rule: { type: Rule.options, required: true },
    reason: { type: "string", required: true, default: "" },
    takedownId: { type: "string" },
    /** Who decided. */
    by: { type: "string", required: true },
    at: { type: "string", required: true },
    /** What it changed, as that was before. */
    before: { type: "any" },
    /** What it put on the list of blocked pictures. */
    blocked: { type: "list", items: { type: "string" } },
    state: { type: ["standing", "undone"] as const, required: true },
    undoneBy: { type: "string" },
    undoneAt: { type: "string" },
    undoneWhy: { type: "string" },
  },
  indexes: {
    byId: primaryKey("DECISION#{decisionId}", "META"),
    byTarget: indexKey("gsi1", "TARGET#{targetId}#DECISIONS", "{decisionId}"),
    /** What was decided lately. */
    all: indexKey("gsi2", "DECISIONS", "{decisionId}"),
    /** What was decided about a person and what is theirs. */
    byOwner: indexKey("gsi3", "USER#{ownerId}#DECISIONS", "{decisionId}"),
  },
})

/** Whom it concerns says that a decision is wrong: once. */
export const AppealEntity = new Entity({
  model: model("appeal"),
  attributes: {
    decisionId: { type: "string", required: true },
    userId: { type: "string", required: true },
    targetId: { type: "string", required: true },
    text: { type: "string", required: true },
    at: { type: "string", required: true },
    status: { type: ["open", "granted", "upheld"] as const, required: true },
    /** Under what name somebody swears that a legal notice is wrong. */
    counterNotice: { type: "string" },
    answer: { type: "string" },
    answeredBy: { type: "string" },
    answeredAt: { type: "string" },
  },
  indexes: {
    byDecision: primaryKey("DECISION#{decisionId}", "APPEAL"),
    /** Those that wait, the oldest first. */
    byStatus: indexKey("gsi2", "APPEAL#{status}", "{at}#{decisionId}"),
  },
})

/** Who decides: an appeal goes to another than whoever decided, if there is one. */
export const StaffEntity = new Entity({
  model: model("staff"),
  attributes: {
    userId: { type: "string", required: true },
    role: { type: ["moderator", "admin"] as const, required: true },
  },
  indexes: { all: primaryKey("STAFF", "{userId}") },
})

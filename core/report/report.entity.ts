import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"
import { traced } from "../traced"
import { ReportKind } from "./report.schema"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

/** Somebody says that something should not be here. Who it was is shown to moderators alone. */
export const ReportEntity = new Entity({
  model: model("report"),
  attributes: {
    reportId: { type: "string", required: true },
    /** Who reports. */
    userId: { type: "string", required: true },
    targetId: { type: "string", required: true },
    kind: { type: ReportKind.options, required: true },
    text: { type: "string", required: true, default: "" },
    /** `acted` when something was done about it, `dismissed` when nothing was. */
    status: { type: ["open", "dismissed", "acted"] as const, required: true },
    requestId: traced,
    createdAt: { type: "string", required: true },
  },
  indexes: {
    byId: primaryKey("REPORT#{reportId}", "META"),
    /** What was reported about one thing, in order. */
    byTarget: indexKey("gsi1", "TARGET#{targetId}#REPORTS", "{reportId}"),
    byStatus: indexKey("gsi2", "REPORT#{status}", "{reportId}"),
  },
})

/** That a person reported a thing: once while it is open. */
export const ReportedEntity = new Entity({
  model: model("reported"),
  attributes: {
    userId: { type: "string", required: true },
    targetId: { type: "string", required: true },
    reportId: { type: "string", required: true },
    open: { type: "boolean", required: true },
  },
  indexes: { byUser: primaryKey("USER#{userId}#REPORTED", "{targetId}") },
})

/** How a person's reports turned out: whose are mostly dismissed are looked at last. */
export const ReporterEntity = new Entity({
  model: model("reporter"),
  attributes: {
    userId: { type: "string", required: true },
    dismissed: { type: "number", required: true, default: 0 },
    acted: { type: "number", required: true, default: 0 },
  },
  indexes: { byUser: primaryKey("USER#{userId}", "REPORTER") },
})

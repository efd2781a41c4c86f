import { Entity } from "electrodb"
import { primaryKey } from "../table/key"

/** One deployment of a release to this stage, and whether it turned out well. */
export const ReleaseEntity = new Entity({
  model: { entity: "release", version: "1", service: "ichimai" },
  attributes: {
    /** Sorts by the time of the deployment. */
    releaseId: { type: "string", required: true },
    /** The git tag that was deployed. */
    tag: { type: "string", required: true },
    commit: { type: "string", required: true },
    at: { type: "string", required: true },
    /** Who deployed it, as AWS knows them. */
    by: { type: "string", required: true },
    /** Whether it was deployed and verified. */
    outcome: { type: ["good", "bad"] as const, required: true },
    /** The tag that was running before and is not to come back: this deployment is a rollback. */
    insteadOf: { type: "string" },
    /** What it was deployed with: the rollback uses the same. */
    domain: { type: "string" },
    certificate: { type: "string" },
    /** Addresses and names that the deployment gave. */
    outputs: { type: "any" },
  },
  indexes: { byTime: primaryKey("STAGE", "RELEASE#{releaseId}") },
})

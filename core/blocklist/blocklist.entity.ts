import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

/** A picture that is not taken here: by the SHA-256 of the very file, or by how it looks. */
export const BlockedEntity = new Entity({
  model: model("blocked"),
  attributes: {
    /** `sha256:…` or `dhash:…`, in hex. */
    hash: { type: "string", required: true },
    /** Where it came from: the decision, or what an operator wrote. */
    why: { type: "string", required: true },
    by: { type: "string", required: true },
    /** Where else it came from: while one of them stands, it stays blocked. */
    also: { type: "list", items: { type: "string" } },
    at: { type: "string", required: true },
  },
  indexes: {
    byHash: primaryKey("HASH#{hash}", "H"),
    all: indexKey("gsi2", "BLOCKED", "{at}#{hash}"),
  },
})

/** A part of how a blocked picture looks: similar pictures share at least one of its parts. */
export const BlockedBandEntity = new Entity({
  model: model("blockedBand"),
  attributes: {
    band: { type: "number", required: true },
    bits: { type: "string", required: true },
    /** The whole, 16 hex digits. */
    dhash: { type: "string", required: true },
  },
  indexes: { byBand: primaryKey("BAND#{band}#{bits}", "{dhash}") },
})

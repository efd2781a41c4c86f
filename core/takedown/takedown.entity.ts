import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"
import { Right } from "./takedown.schema"

/** A legal notice. Name and address of who sent it are for moderators alone. */
export const TakedownEntity = new Entity({
  model: { entity: "takedown", version: "1", service: "ichimai" },
  attributes: {
    takedownId: { type: "string", required: true },
    targetId: { type: "string", required: true },
    ownerId: { type: "string", required: true },
    address: { type: "string", required: true },
    name: { type: "string", required: true },
    email: { type: "string", required: true },
    right: { type: Right.options, required: true },
    text: { type: "string", required: true },
    at: { type: "string", required: true },
  },
  indexes: {
    byId: primaryKey("TAKEDOWN#{takedownId}", "META"),
    byTarget: indexKey("gsi1", "TARGET#{targetId}#TAKEDOWNS", "{takedownId}"),
  },
})

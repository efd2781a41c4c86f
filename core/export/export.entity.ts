import { Entity } from "electrodb"
import { indexKey, primaryKey } from "../table/key"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

/** An archive of all that a person made, from asking for it to its last day. */
export const ExportEntity = new Entity({
  model: model("export"),
  attributes: {
    userId: { type: "string", required: true },
    exportId: { type: "string", required: true },
    state: { type: ["working", "ready", "failed"] as const, required: true },
    /** How many parts it has, once it is known what goes into it. */
    parts: { type: "number" },
    /** The parts that are there. The first, which says what is in all of them, is made last. */
    made: {
      type: "list",
      required: true,
      items: {
        type: "map",
        properties: {
          number: { type: "number", required: true },
          byteLength: { type: "number", required: true },
          sha256: { type: "string", required: true },
          photos: { type: "number", required: true },
        },
      },
    },
    photos: { type: "number" },
    bytes: { type: "number" },
    /** Of the part that is being made. */
    bytesNow: { type: "number" },
    /** Originals that are not there, or not as they were sent. */
    problems: { type: "number" },
    /** How often in a row a step was begun that did not end: it failed, or its run was cut off. */
    faults: { type: "number", required: true, default: 0 },
    /** Which run works on it, until when (epoch milliseconds). */
    leaseBy: { type: "string" },
    leaseUntil: { type: "number" },
    createdAt: { type: "string", required: true },
    updatedAt: { type: "string", required: true },
    readyAt: { type: "string" },
    expires: { type: "number", required: true },
  },
  indexes: {
    /** Settings: the archives of a person. */
    byUser: primaryKey("USER#{userId}#EXPORTS", "{exportId}"),
    /** Those that are being made, the longest untouched first. */
    byState: {
      ...indexKey("gsi2", "EXPORT#{state}", "{updatedAt}"),
      condition: (row: Record<string, unknown>) => row.state === "working",
    },
  },
})

/**
 * What came with an archive and was not done again: it speaks to other people, or what it is about is not here. It goes
 * into the next archive, so that nothing is lost by moving.
 */
export const CarriedEntity = new Entity({
  model: model("carried"),
  attributes: {
    userId: { type: "string", required: true },
    /** The list of the manifest that it stands in. */
    kind: { type: "string", required: true },
    /** A hash of the entry: the same entry is carried once. */
    hash: { type: "string", required: true },
    entry: { type: "any", required: true },
    /** One's own post that it is about. */
    postId: { type: "string" },
  },
  indexes: { byUser: primaryKey("USER#{userId}#CARRIED", "{kind}#{hash}") },
})

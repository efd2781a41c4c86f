import { Entity } from "electrodb"
import { primaryKey } from "../table/key"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })

/** A public post is found by a word. Made from the post by the stream; what it shows is decided when it is read. */
export const SearchPostEntity = new Entity({
  model: model("searchPost"),
  attributes: {
    term: { type: "string", required: true },
    postId: { type: "string", required: true },
  },
  indexes: { byTerm: primaryKey("TERM#{term}", "{postId}") },
})

/** A person is found by the beginning of a word of their name. */
export const SearchPersonEntity = new Entity({
  model: model("searchPerson"),
  attributes: {
    term: { type: "string", required: true },
    userId: { type: "string", required: true },
  },
  indexes: { byTerm: primaryKey("TERM#{term}", "USER#{userId}") },
})

/** A tag that posts carry, among those that begin alike. */
export const SearchTagEntity = new Entity({
  model: model("searchTag"),
  attributes: {
    initial: { type: "string", required: true },
    /** The tag as a search spells it: without accents. */
    spelling: { type: "string", required: true },
    tag: { type: "string", required: true },
  },
  indexes: { byInitial: primaryKey("TAGNAME#{initial}", "{spelling}#{tag}") },
})

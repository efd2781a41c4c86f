import { operation } from "../operation"
import { AlbumInput, type AlbumView } from "./album.schema"
import { reach } from "./reach"
import { view } from "./view"

export { addItem, addItems } from "./add"
export { settleHead } from "./change"
export { type AlbumGone, eraseOf, goOnWithGone, resumeGone } from "./erase"
export { givenTo, placesOf } from "./given"
export { hung } from "./hung"
export { holds, items, itemsPage, placesAfter, positionOf } from "./items"
export { type AlbumRow, albumRows, lineages } from "./lineage"
export { byUser, children, mine, ofPost, ofUser, sharedWith } from "./lists"
export { create, edit, restore } from "./make"
export { addMember, members, removeMember, setMember } from "./members"
export { order } from "./order"
export { type Reached, reach, reachAs, roleOf, titles } from "./reach"
export { remove } from "./remove"
export { forgetPost, removeItem, removeItems, takeOut } from "./take-out"
export { childIds } from "./tree"
export { view } from "./view"

/** An album. @throws AppError `not_found`, also for whoever may not see it */
export const get = operation(
  AlbumInput,
  async (actor, { albumId }): Promise<AlbumView> => view(actor, await reach(actor, albumId)),
)

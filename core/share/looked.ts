import type { UserActor } from "../actor"
import { AppError } from "../error"
import { rowOf } from "./find"
import { requireGiver } from "./giver"
import { hashOf } from "./link-token"
import { proofOf } from "./proof"
import type { LinkView } from "./share.schema"
import { isAlbum } from "./target"
import { linkView } from "./view"

/** A link as one of those finds it who may give it away, with what its password would leave in a guest's browser. */
export type OwnLink = {
  link: LinkView
  targetId: string
  of: "post" | "album"
  unlocks: readonly string[]
}

/** @returns the link of a token that the actor may give away; undefined for every other */
export async function ownByToken(actor: UserActor, token: string): Promise<OwnLink | undefined> {
  const { link } = await rowOf(hashOf(token))
  if (!link || !(await gives(actor, link.targetId))) return undefined
  const { targetId } = link
  const of = isAlbum(targetId) ? "album" : "post"
  return { link: linkView(link), targetId, of, unlocks: [proofOf(link)] }
}

async function gives(actor: UserActor, targetId: string): Promise<boolean> {
  try {
    await requireGiver(actor, targetId)
    return true
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "forbidden")) return false
    throw error
  }
}

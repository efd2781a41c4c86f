import { type Actor, asVisitor, type VisitorActor } from "../actor"
import { Share } from "../share"
import type { LinkView } from "../share/share.schema"

/** How somebody looks through a link that they give. */
export type LookThrough = {
  link: LinkView
  /** The post or album that it opens. */
  targetId: string
  of: "post" | "album"
  /** A guest who has the link and knows its password: the very decisions that meet the real ones. */
  actor: VisitorActor
}

/**
 * A guest of a link, for whoever may give it away to look as. They need not type its password, and their looking is no
 * use of the link.
 * @returns undefined for a link that is none, or somebody else's to give: then its page is as always
 */
export async function lookThrough(actor: Actor, token: string): Promise<LookThrough | undefined> {
  const own = actor.kind === "user" ? await Share.ownByToken(actor, token) : undefined
  if (!own) return undefined
  const { link, targetId, of, unlocks } = own
  return { link, targetId, of, actor: { ...asVisitor(actor), unlocks, imagined: true } }
}

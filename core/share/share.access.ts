import type { EntityItem } from "electrodb"
import type { ShareEntity } from "./share.entity"

export type ShareRow = EntityItem<typeof ShareEntity>

/** How a link stands to who shows its token: it opens, asks for its password, or is over. */
export type Standing = "open" | "locked" | "ended"

type Facts = {
  /** Milliseconds. */
  at: number
  /** Whether the asker proved to have known the password that it has now. */
  unlocked: boolean
  /** Whether who made it may still give its target away. */
  given: boolean
}

/**
 * What a link does: the one decision for pages, the API and every variant of a photo. Past its end and without its
 * maker's right it opens nothing, whatever else is shown.
 */
export function standingOf(link: Pick<ShareRow, "endsAt" | "passwordHash">, facts: Facts): Standing {
  if (!facts.given || isOver(link, facts.at)) return "ended"
  return link.passwordHash && !facts.unlocked ? "locked" : "open"
}

export const isOver = ({ endsAt }: Pick<ShareRow, "endsAt">, at = Date.now()) =>
  endsAt !== undefined && Date.parse(endsAt) <= at

/** The longest side of what a link without downloads shows. */
const largestShown = 1280

/** Whether a link shows a variant: never the original, and without downloads neither files nor the largest. */
export function showsVariant(
  link: Pick<ShareRow, "noDownload">,
  variant: string,
  isDownload: boolean,
): boolean {
  if (variant === "original") return false
  if (!link.noDownload) return true
  return !isDownload && Number.parseInt(variant, 10) <= largestShown
}

import type { Actor } from "../actor"
import { AppError } from "../error"
import type { Photo } from "../photo"
import { open } from "./find"
import { showsVariant } from "./share.access"
import { LinkToken } from "./share.schema"
import { postThrough } from "./target"

/**
 * Whether a link gives a variant of a photo: one of the post that it stands for. A link that opens nothing gives
 * nothing, whatever the reason: an address of a picture does not tell.
 * @throws AppError `rate_limited` for who guesses links
 */
export async function givesPhoto(
  actor: Actor,
  link: string,
  { postId }: Pick<Photo.PhotoRow, "postId">,
  { variant, isDownload }: { variant: string; isDownload: boolean },
): Promise<boolean> {
  if (!postId || !LinkToken.safeParse(link).success) return false
  const found = await open(actor, link).catch(nothing)
  if (!found || !showsVariant(found.link, variant, isDownload)) return false
  return (await postThrough(actor, found.target, postId)) !== undefined
}

const closed = new Set(["not_found", "gone", "forbidden"])

function nothing(error: unknown): undefined {
  if (error instanceof AppError && closed.has(error.code)) return undefined
  throw error
}

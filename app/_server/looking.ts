import "server-only"
import { cache } from "react"
import { AppError } from "@/core/error"
import { Share } from "@/core/share"
import { Viewing } from "@/core/viewing"
import { currentActor } from "./actor"

/**
 * As whom a page's owner looks at it.
 * @param ownerId whose page it is; whoever else asks sees it as always
 * @param as what `?as=` says
 */
export const lookAt = cache(async (ownerId: string, as: string): Promise<Viewing.Look | undefined> => {
  const actor = await currentActor()
  return actor.kind === "user" && actor.userId === ownerId ? Viewing.look(actor, as) : undefined
})

/** The links to a post or album of one's own, to look through. */
export const linksOfPost = async (postId: string) =>
  (await Share.listOfPost(await currentActor(), { postId })).items
export const linksOfAlbum = async (albumId: string) =>
  (await Share.listOfAlbum(await currentActor(), { albumId })).items

/** What somebody gets to see, or undefined where for them nothing is. */
export async function ifSeen<View>(view: Promise<View>): Promise<View | undefined> {
  try {
    return await view
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return undefined
    throw error
  }
}

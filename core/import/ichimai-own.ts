import { readerOf } from "../actor"
import { config } from "../config"
import type { ArchivedAlbum, ArchivedDraft, ListName, Manifest } from "../export/manifest.schema"
import { timeOf } from "../id"
import { idAt } from "../id-at"
import { Photo } from "../photo"
import { Post } from "../post"
import type { Importing, PlannedPhoto } from "./adapter"
import { typeOf } from "./begin-post"
import { EntryFault, QuotaUsed } from "./fault"
import type { EntryReason, Outcome } from "./import.schema"
import type { EntryRef } from "./zip"

/** Where the plan has the posts that something is about, by what the archive calls them. */
export type OwnPosts = Record<string, { item: number; at: number }>

export type OwnFact =
  | { do: "picture"; entry: EntryRef }
  | {
      do: "history"
      post: string
      editedAt: string
      earlier: Manifest["posts"][number]["earlier"]
      own: OwnPosts
    }
  | { do: "draft"; draft: ArchivedDraft; photos: PlannedPhoto[] }
  | { do: "album"; album: ArchivedAlbum; own: OwnPosts; parent?: { id: string; createdAt: string } }
  | { do: "list"; list: ListName; entries: Record<string, unknown>[]; own: OwnPosts }
  | ({ do: "notifications" } & Manifest["notifications"])
  | {
      do: "profile"
      profile: Omit<Manifest["profile"], "avatar">
      picture?: { entry: EntryRef; x: number; y: number }
    }

export type Done = { outcome: Outcome; reason?: EntryReason }
export const imported: Done = { outcome: "imported" }

/** The ids of posts that this import made, of those that are there. */
export async function ownPosts(own: OwnPosts, { importId }: Importing): Promise<Map<string, string>> {
  const named = Object.entries(own).map(
    ([name, { item, at }]) => [name, idAt("post", at, importId, "post", String(item))] as const,
  )
  const there = new Set((await Post.byIds(named.map(([, postId]) => postId))).map(({ postId }) => postId))
  return new Map(named.filter(([, postId]) => there.has(postId)))
}

/** Takes in a photo that is in no post, under an id that is the same each time. @throws EntryFault, QuotaUsed */
export async function takeInFor(name: string, entry: EntryRef, importing: Importing): Promise<string> {
  const { importId, userId, archive } = importing
  const photoId = idAt("photo", timeOf(importId), importId, name)
  const [known] = await Photo.rows([photoId])
  if (known && known.state !== "awaiting") return photoId
  const bytes = await archive.read(entry, config.settings.limits.photoBytes)
  const contentType = typeOf(bytes)
  if (!contentType) throw new EntryFault("not_a_photo")
  if (!(await Photo.takeIn({ userId, photoId, bytes, contentType }))) throw new QuotaUsed()
  return photoId
}

export const actorOf = ({ userId }: Importing) => readerOf(userId)

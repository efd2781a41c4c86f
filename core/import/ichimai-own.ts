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
  | {
      do: "album"
      album: ArchivedAlbum
      own: OwnPosts
      parent?: { id: string; createdAt: string; title?: string }
    }
  | { do: "list"; list: ListName; entries: Record<string, unknown>[]; own: OwnPosts }
  | ({ do: "notifications" } & Manifest["notifications"])
  | {
      do: "profile"
      profile: Omit<Manifest["profile"], "avatar">
      picture?: { entry: EntryRef; x: number; y: number }
    }

export type Done = { outcome: Outcome; reason?: EntryReason }
export const imported: Done = { outcome: "imported" }
export const alreadyHere: Done = { outcome: "duplicate", reason: "already_here" }

/** The ids of posts that this import made or found, of those that are there. */
export async function ownPosts(own: OwnPosts, importing: Importing): Promise<Map<string, string>> {
  const named = Object.entries(own)
  const made = await existing(
    named.map(([name, { item, at }]) => [name, idAt("post", at, importing.importId, "post", String(item))]),
  )
  const found: [string, string][] = []
  for (const [name, { item }] of named) {
    const postId = made.has(name) ? undefined : await importing.postIdOf(item)
    if (postId) found.push([name, postId])
  }
  return new Map([...made, ...(await existing(found))])
}

async function existing(named: [name: string, postId: string][]): Promise<Map<string, string>> {
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

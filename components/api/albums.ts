import type { input, output } from "zod"
import type {
  AddedView,
  AlbumCard,
  AlbumRole,
  AlbumView,
  CreateAlbum,
  EditAlbum,
  OrderItems,
} from "@/core/album/album.schema"
import type { Page } from "@/core/page.schema"
import type { PostView } from "@/core/post/post.schema"
import { call } from "../api-call"
import { type PageQuery, query } from "./query"

type Change = Omit<input<typeof EditAlbum>, "albumId">
type Move = Omit<input<typeof OrderItems>, "albumId">
const at = (albumId: string) => `/api/albums/${albumId}`

export const albums = {
  mine: (page: PageQuery) => call<Page<AlbumCard>>("GET", `/api/albums?${query(page)}`),
  /** Makes one. The same key with the same body gives the same album, however often it is sent. */
  create: (body: input<typeof CreateAlbum>, idempotencyKey: string) =>
    call<AlbumView>("POST", "/api/albums", body, { headers: { "Idempotency-Key": idempotencyKey } }),
  edit: (id: string, change: Change) => call<AlbumView>("PATCH", at(id), change),
  remove: (id: string) => call<void>("DELETE", at(id)),
  items: (id: string, page: PageQuery, signal?: AbortSignal) =>
    call<Page<PostView>>("GET", `${at(id)}/items?${query(page)}`, undefined, { signal }),
  add: (id: string, postIds: readonly string[]) =>
    call<output<typeof AddedView>>("POST", `${at(id)}/items`, { postIds }),
  takeOut: (id: string, postIds: readonly string[]) => call<void>("DELETE", `${at(id)}/items`, { postIds }),
  order: (id: string, move: Move) => call<void>("PATCH", `${at(id)}/order`, move),
  addMember: (id: string, handle: string, role: AlbumRole) =>
    call<void>("POST", `${at(id)}/members`, { handle, role }),
  setMember: (id: string, userId: string, role: AlbumRole) =>
    call<void>("PUT", `${at(id)}/members/${userId}`, { role }),
  removeMember: (id: string, userId: string) => call<void>("DELETE", `${at(id)}/members/${userId}`),
}

/** How many posts one call takes. */
const atOnce = 100

/** Adds posts, however many were chosen. @returns how many were not in it before */
export async function addAll(albumId: string, postIds: readonly string[]): Promise<number> {
  let added = 0
  for (let from = 0; from < postIds.length; from += atOnce)
    added += (await albums.add(albumId, postIds.slice(from, from + atOnce))).added
  return added
}

/** Takes posts out, however many were chosen. */
export async function takeOutAll(albumId: string, postIds: readonly string[]): Promise<void> {
  for (let from = 0; from < postIds.length; from += atOnce)
    await albums.takeOut(albumId, postIds.slice(from, from + atOnce))
}

import type { EntityItem } from "electrodb"
import { type Actor, requireUser } from "../actor"
import { AppError } from "../error"
import { newId } from "../id"
import { operation } from "../operation"
import { type Page, PageInput } from "../page.schema"
import { Post } from "../post"
import { type Entities, refused, table, transact, unlessRefused } from "../table"
import { listOf } from "../table/list"
import { epoch, now, nowAfter } from "../time"
import type { DraftEntity } from "./draft.entity"
import { DraftInput, type DraftView, type Publication } from "./draft.schema"
import { draftView, draftViews } from "./view"

export { publishDue } from "./due"
export { edit } from "./edit"
export { eraseBy } from "./erase"
export { photoReady, publish, publishDraft, publishIfComplete, save } from "./publish"
export { removePhoto } from "./remove-photo"

export type DraftRow = EntityItem<typeof DraftEntity>

/** A draft of one's own, or the post that it became. @throws AppError `not_found` */
export const get = operation(DraftInput, async (actor, { draftId }): Promise<Publication> => {
  const draft = await own(actor, draftId)
  if (draft.postId) return { status: "published", post: await Post.get(actor, { postId: draft.postId }) }
  const view = await draftView(draft)
  return { status: view.status, draft: view }
})

/** One's own drafts: saved, scheduled, waiting and failed; newest first. */
export const list = operation(PageInput, async (actor, page): Promise<Page<DraftView>> => {
  const { userId } = requireUser(actor)
  return listOf<DraftRow, DraftView>({
    list: `drafts-of-${userId}`,
    page,
    read: async (before, count) => {
      const all = table().draft.query.byUser({ userId })
      const below = before ? all.lt({ draftId: before }) : all
      const open = below.where(({ postId }, { notExists }) => notExists(postId))
      return (await open.go({ order: "desc", count })).data
    },
    idOf: ({ draftId }) => draftId,
    show: draftViews,
  })
})

/** Discards a draft of one's own; its photos follow from the stream. @throws AppError `not_found`, `conflict` when it is published */
export const remove = operation(DraftInput, async (actor, { draftId }): Promise<void> => {
  const draft = await own(actor, draftId)
  if (draft.postId) throw new AppError("conflict", { reason: "draft_published" })
  const unpublished = table()
    .draft.delete({ draftId })
    .where(({ postId }, { notExists }) => notExists(postId))
  if (!(await unlessRefused(unpublished.go()))) throw new AppError("conflict", { reason: "draft_published" })
})

/** @returns the row of one's own draft. @throws AppError `not_found` */
export async function own(actor: Actor, draftId: string): Promise<DraftRow> {
  const { userId } = requireUser(actor)
  const draft = await row(draftId)
  if (draft?.userId !== userId) throw new AppError("not_found")
  if (draft.expires !== undefined && draft.expires <= epoch()) throw new AppError("not_found")
  return draft
}

/** @returns a draft's row, strongly consistent */
export async function row(draftId: string): Promise<DraftRow | undefined> {
  const { data } = await table().draft.get({ draftId }).go({ consistent: true })
  return data ?? undefined
}

type New = Omit<DraftRow, "draftId" | "userId" | "createdAt" | "updatedAt">

/** A draft that was made before, here or elsewhere: when, and the id that stands at that time, see `idAt`. */
export type Past = { draftId: string; createdAt: string }

/**
 * Writes a draft that holds its photos.
 * @param past when it is brought in from an archive
 * @returns its id
 * @throws AppError `conflict` when a photo is used elsewhere, or the draft of the past is there already
 */
export async function create(userId: string, content: New, past?: Past): Promise<string> {
  const { draftId, createdAt } = past ?? { draftId: newId("draft"), createdAt: now() }
  const codes = await transact((t) => [
    t.draft
      .create({
        draftId,
        userId,
        ...content,
        ...at(content.publishAt ?? ""),
        createdAt,
        updatedAt: createdAt,
      })
      .commit(),
    ...content.photos.map(({ photoId }) => held(t, photoId, draftId)),
  ])
  if (codes?.includes(refused)) throw new AppError("conflict", { reason: "photo_used" })
  return draftId
}

/** Says of a photo that a draft holds it, if nothing else does. */
export const held = (t: Entities, photoId: string, draftId: string) =>
  t.photo
    .patch({ photoId })
    .set({ draftId })
    .where(
      (photo, { notExists }) =>
        `${notExists(photo.draftId)} AND ${notExists(photo.postId)} AND ${notExists(photo.avatar)}`,
    )
    .commit()

/** When a draft is to be published, as its index wants it. */
const at = (publishAt: string) => ({ publishAt, queue: "SCHEDULED" as const })

type Set = Partial<Omit<DraftRow, "draftId" | "userId" | "createdAt">>
type Also = (t: Entities) => ReturnType<Parameters<typeof transact>[0]>

/**
 * Changes a draft, with what else changes by that, if it is as it was read.
 * @param gone what it no longer has
 * @returns undefined when written, else why each write was refused, the draft's first
 */
export const change = (draft: DraftRow, set: Set, gone: Waits[] = [], also: Also = () => []) =>
  transact((t) => [
    t.draft
      .patch({ draftId: draft.draftId })
      .set({ ...set, updatedAt: nowAfter(draft.updatedAt ?? "") })
      .set(gone.includes("publishAt") ? at("") : set.publishAt ? at(set.publishAt) : {})
      .remove(gone.filter((name) => name !== "publishAt"))
      .where((row, { eq, notExists }) => {
        const same = draft.updatedAt ? eq(row.updatedAt, draft.updatedAt) : notExists(row.updatedAt)
        return `${notExists(row.postId)} AND ${same}`
      })
      .commit(),
    ...also(t),
  ])

/** What says what a draft waits for. */
export type Waits = "saved" | "publishAt" | "failure"

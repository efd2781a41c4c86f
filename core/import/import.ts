import type { EntityItem } from "electrodb"
import { z } from "zod"
import { type Actor, requireUser } from "../actor"
import { config } from "../config"
import { AppError } from "../error"
import { newId } from "../id"
import { limit } from "../limit"
import { operation } from "../operation"
import { Storage } from "../storage"
import { table, unlessRefused } from "../table"
import { days, epoch, now } from "../time"
import { eraseArchive } from "./erase"
import type { ImportEntity } from "./import.entity"
import { BeginImport, ChangeImport, ImportInput, type ImportView } from "./import.schema"
import { importView } from "./view"

export { eraseOf } from "./erase"
export { completeFile, fileProgress, signFileParts } from "./files"
export { goOn } from "./go-on"
export { ledger } from "./ledger"

export type ImportRow = EntityItem<typeof ImportEntity>

/** How long an archive may take to arrive, and how long what became of it can be read. In seconds. */
export const patience = days(14)
export const remembered = days(120)

/** One's own imports, the newest first; what they did can be read for a while. */
export const list = operation(z.strictObject({}), async (actor): Promise<{ items: ImportView[] }> => {
  const rows = await newestOf(requireUser(actor).userId)
  return { items: rows.map(importView) }
})

/** One's own import. @throws AppError `not_found` */
export const get = operation(
  ImportInput,
  async (actor, { importId }): Promise<ImportView> => importView(await own(actor, importId)),
)

/**
 * Begins to bring in an archive: says in which parts its files are to be sent.
 * @throws AppError `conflict` while another import is under way; `too_large`; `rate_limited`
 */
export const begin = operation(
  BeginImport,
  async (actor, { kind, files, options }): Promise<ImportView> => {
    const { userId } = requireUser(actor)
    const { limits } = config.settings
    const most = limits.importFileBytes
    if (files.some(({ byteLength }) => byteLength > most)) {
      const gigabytes = Math.floor((most / 1024 ** 3) * 10) / 10
      throw new AppError("too_large", { reason: "archive_too_large", params: { gigabytes } })
    }
    const running = new AppError("conflict", { reason: "import_running" })
    if ((await newestOf(userId)).some(isOpen)) throw running
    await limit(["import", userId], limits.importsPerDay, days(1))
    const importId = newId("import")
    const at = now()
    const sent = files.map(async (file, number) => ({
      ...file,
      uploadId: await Storage.openUpload(
        config.originalsBucket,
        Storage.importKey({ userId, importId, part: "file", number }),
        "application/zip",
      ),
    }))
    const { data } = await table()
      .import.create({
        importId,
        userId,
        ...(kind ? { kind } : {}),
        state: "sending",
        files: await Promise.all(sent),
        options,
        queue: "",
        at,
        createdAt: at,
        updatedAt: at,
        expires: epoch(patience),
      })
      .go()
    // Begun in the same moment, neither saw the other at first: whoever does now steps back.
    if ((await newestOf(userId)).some((other) => other.importId !== importId && isOpen(other))) {
      await eraseArchive(data)
      await table().import.delete({ userId, importId }).go()
      throw running
    }
    return importView(data)
  },
  "upload",
)

/**
 * Pauses one's own import, or goes on with it.
 * @throws AppError `not_found`; `conflict` when it is not under way, or does not pause
 */
export const change = operation(ChangeImport, async (actor, { importId, action }): Promise<ImportView> => {
  const { userId } = await own(actor, importId)
  const change = table().import.patch({ userId, importId })
  const written = await unlessRefused(
    action === "pause"
      ? change
          .set({ state: "paused", reason: "person", queue: "", at: now(), updatedAt: now() })
          .remove(["leaseBy", "leaseUntil"])
          .where(({ state }, { eq }) => eq(state, "importing"))
          .go({ response: "all_new" })
      : change
          .set({ state: "importing", queue: "WORK", at: now(), updatedAt: now() })
          .remove(["reason"])
          .where(({ state }, { eq }) => eq(state, "paused"))
          .go({ response: "all_new" }),
  )
  if (!written) throw new AppError("conflict", { reason: `import_not_${action}d` })
  return importView(written.data as ImportRow)
})

/** Ends one's own import; what came in stays, the archive goes. One that has ended stays as it is. @throws AppError `not_found` */
export const cancel = operation(ImportInput, async (actor, { importId }): Promise<void> => {
  const { userId } = await own(actor, importId)
  // The archive is removed by who goes on with imports.
  const ended = table()
    .import.patch({ userId, importId })
    .set({ state: "cancelled", queue: "WORK", at: now(), updatedAt: now(), endedAt: now() })
    .set({ expires: epoch(remembered) })
    .remove(["reason", "leaseBy", "leaseUntil"])
    .where(
      ({ state }, { ne }) => `${ne(state, "done")} AND ${ne(state, "failed")} AND ${ne(state, "cancelled")}`,
    )
  await unlessRefused(ended.go())
})

/** Whether an import is under way. */
export const isOpen = ({ state, expires }: ImportRow) =>
  !["done", "failed", "cancelled"].includes(state) && !(expires !== undefined && expires <= epoch())

/** How many imports of a person are looked at. */
const shownMost = 20

export async function newestOf(userId: string): Promise<ImportRow[]> {
  const { data } = await table()
    .import.query.byUser({ userId })
    .go({ order: "desc", limit: shownMost, count: shownMost, consistent: true })
  return data.filter(({ expires }) => expires === undefined || expires > epoch())
}

/** @returns one's own import. @throws AppError `not_found` */
export async function own(actor: Actor, importId: string): Promise<ImportRow> {
  const { userId } = requireUser(actor)
  const row = await rowOf(userId, importId)
  if (!row || (row.expires !== undefined && row.expires <= epoch())) throw new AppError("not_found")
  return row
}

/** @returns an import's row, strongly consistent */
export async function rowOf(userId: string, importId: string): Promise<ImportRow | undefined> {
  const { data } = await table().import.get({ userId, importId }).go({ consistent: true })
  return data ?? undefined
}

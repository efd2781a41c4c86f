import { z } from "zod"
import { requireUser } from "../actor"
import { config } from "../config"
import { AppError } from "../error"
import { newId } from "../id"
import { limit } from "../limit"
import { operation } from "../operation"
import { Storage } from "../storage"
import { table } from "../table"
import { days, epoch, now } from "../time"
import { partKey } from "./build"
import { ExportInput, type ExportView, PartInput } from "./export.schema"
import type { ExportRow } from "./work"

export { carry } from "./carry"
export { eraseExport, eraseOf } from "./erase"
export { gather } from "./manifest"
export { goOn } from "./work"

/** How many archives a person may ask for in a day. */
const most = 5

/** One's own archives, the newest first: those being made, those to download, and what became of the last. */
export const list = operation(z.strictObject({}), async (actor): Promise<{ items: ExportView[] }> => {
  const rows = await rowsOf(requireUser(actor).userId)
  return { items: rows.map(view) }
})

/**
 * Asks for an archive of all that one made. It is made in the background; a mail says when it is ready.
 * @throws AppError `conflict` while another is being made; `rate_limited`
 */
export const start = operation(z.strictObject({}), async (actor): Promise<ExportView> => {
  const { userId } = requireUser(actor)
  const running = new AppError("conflict", { reason: "export_running" })
  if ((await rowsOf(userId)).some(isWorking)) throw running
  await limit(["export", userId], most, days(1))
  const at = now()
  const row = { userId, exportId: newId("export"), state: "working" as const, made: [], faults: 0 }
  const { data } = await table()
    .export.create({ ...row, createdAt: at, updatedAt: at, expires: epoch(days(14)) })
    .go()
  // Asked for in the same moment, neither saw the other at first: whoever does now steps back.
  if ((await rowsOf(userId)).some((other) => other.exportId !== row.exportId && isWorking(other))) {
    await table().export.delete({ userId, exportId: row.exportId }).go()
    throw running
  }
  return view(data as ExportRow)
})

const isWorking = ({ state }: ExportRow) => state === "working"

/** The address of a part, signed for a minute; a download that was begun goes on. @throws AppError `not_found` */
export const address = operation(PartInput, async (actor, { exportId, part }): Promise<{ url: string }> => {
  const { userId } = requireUser(actor)
  const { data } = await table().export.get({ userId, exportId }).go({ consistent: true })
  const row = data && data.expires > epoch() && data.state === "ready" ? data : undefined
  if (!row?.made.some(({ number }) => number === part)) throw new AppError("not_found")
  const file = `${config.settings.siteName.replace(/[^\w-]+/g, "-").toLowerCase()}-${row.createdAt.slice(0, 10)}-${part}.zip`
  return { url: await Storage.signRead(config.originalsBucket, partKey(row, part), file) }
})

/** Removes an archive of one's own, or stops one that is being made. @throws AppError `not_found` */
export const remove = operation(ExportInput, async (actor, { exportId }): Promise<void> => {
  const { userId } = requireUser(actor)
  const { data } = await table().export.get({ userId, exportId }).go({ consistent: true })
  if (!data || data.expires <= epoch()) throw new AppError("not_found")
  // Its files follow from the stream.
  await table().export.delete({ userId, exportId }).go()
})

async function rowsOf(userId: string): Promise<ExportRow[]> {
  const { data } = await table()
    .export.query.byUser({ userId })
    .go({ order: "desc", limit: 20, count: 20, consistent: true })
  return data.filter(({ expires }) => expires > epoch())
}

function view(row: ExportRow): ExportView {
  const { exportId, state, createdAt, readyAt, expires, photos, bytes, made, bytesNow = 0 } = row
  const ready = state === "ready"
  const sum = (of: "photos" | "byteLength") => made.reduce((total, part) => total + part[of], 0)
  return {
    id: exportId,
    state,
    createdAt,
    ...(readyAt ? { readyAt, expiresAt: new Date(expires * 1000).toISOString() } : {}),
    ...(photos === undefined ? {} : { photos: { done: ready ? photos : sum("photos"), total: photos } }),
    ...(bytes === undefined
      ? {}
      : { bytes: { done: ready ? bytes : Math.min(bytes, sum("byteLength") + bytesNow), total: bytes } }),
    problems: row.problems ?? 0,
    parts: ready ? made : [],
  }
}

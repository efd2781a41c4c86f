import { z } from "zod"
import { idOf } from "../id"

export const ExportInput = z.strictObject({ exportId: idOf("export") })
export const PartInput = z.strictObject({
  exportId: idOf("export"),
  part: z.coerce.number().int().min(1).max(9999),
})

export const PartView = z.object({
  number: z.int(),
  byteLength: z.int(),
  /** Of the whole part, in hex: whoever downloaded it can tell whether all of it is there. */
  sha256: z.string(),
  photos: z.int(),
})
export type PartView = z.output<typeof PartView>

export const ExportView = z.object({
  id: idOf("export"),
  /** `working` until it is `ready`; `failed` after many tries, then another may be asked for. */
  state: z.enum(["working", "ready", "failed"]),
  createdAt: z.iso.datetime(),
  readyAt: z.iso.datetime().optional(),
  /** When it is removed. */
  expiresAt: z.iso.datetime().optional(),
  /** Absent until it is known what goes into it. */
  photos: z.object({ done: z.int(), total: z.int() }).optional(),
  bytes: z.object({ done: z.int(), total: z.int() }).optional(),
  /** How many originals were not there, or not as they were sent; the manifest names them. */
  problems: z.int(),
  /** Those that can be downloaded: all of them once it is ready. */
  parts: z.array(PartView),
})
export type ExportView = z.output<typeof ExportView>

export const ExportsView = z.object({ items: z.array(ExportView) })

import { z } from "zod"

/** How far the stage is open: an operator narrows it while something is put right. */
export const Mode = z.enum(["normal", "read-only", "uploads-paused", "signups-closed"])
export type Mode = z.output<typeof Mode>

/**
 * What a call means for the modes. `write` changes what people made; `upload` brings new bytes; `signup` opens an
 * account; `access` lets people in and out, cuts off what leaked, ends mails; `moderation` is for who puts things right.
 */
export type Kind = "write" | "upload" | "signup" | "access" | "moderation"

/** Which kinds each mode refuses; reading is of no kind, and always works. */
export const refusedIn: Record<Mode, readonly Kind[]> = {
  normal: [],
  "read-only": ["write", "upload", "signup"],
  "uploads-paused": ["upload"],
  "signups-closed": ["signup"],
}

export const SetMode = z.strictObject({
  mode: Mode,
  by: z.string().min(1).max(300),
  /** For the operators; people read the product's own words. */
  reason: z.string().max(500).optional(),
  /** When it ends by itself. */
  until: z.iso.datetime().optional(),
})
export type SetMode = z.output<typeof SetMode>

export const ModeView = z.object({
  mode: Mode,
  reason: z.string().optional(),
  until: z.iso.datetime().optional(),
  since: z.iso.datetime().optional(),
  by: z.string().optional(),
})
export type ModeView = z.output<typeof ModeView>

import { z } from "zod"
import { idOf } from "../id"
import { PageInput } from "../page.schema"
import { LocationChoice, Visibility } from "../post/post.schema"
import { line } from "../text.schema"

/** Where an archive comes from: this site, or another. */
export const ImportKind = z.enum(["ichimai", "instagram", "takeout"])
export type ImportKind = z.output<typeof ImportKind>

/**
 * `sending` while the archive arrives, `reading` while we look what is in it, `importing`; `paused` by its person or
 * until the next day; and the ends.
 */
export const ImportState = z.enum([
  "sending",
  "reading",
  "importing",
  "paused",
  "done",
  "failed",
  "cancelled",
])
export type ImportState = z.output<typeof ImportState>

/** Why an archive as a whole cannot be brought in, or why an import pauses. */
export const ImportReason = z.enum([
  "person",
  "quota",
  "not_zip",
  "damaged",
  "encrypted",
  "too_many_entries",
  "bomb",
  "unknown_kind",
  "html_format",
  "wrong_kind",
  "archive_gone",
  "nothing_in_it",
  "not_read",
])
export type ImportReason = z.output<typeof ImportReason>

/** Why a thing of an archive was left out. */
export const EntryReason = z.enum([
  "video",
  "live_photo",
  "not_a_photo",
  "not_a_post",
  "deleted_there",
  "nested_archive",
  "too_large",
  "unreadable",
  "encrypted",
  "unsafe_path",
  "symlink",
  "unsupported_compression",
  "bomb",
  "overlap",
  "missing",
  "already_here",
  "in_archive_twice",
  "photo_failed",
  "too_many",
  "unsupported",
  // It speaks to others, or is about somebody who is not here: the next archive has it again.
  "carried",
])
export type EntryReason = z.output<typeof EntryReason>

export const Outcome = z.enum(["imported", "duplicate", "skipped"])
export type Outcome = z.output<typeof Outcome>

/** What becomes of the posts: for their author alone unless they choose more. */
export const ImportOptions = z.strictObject({
  visibility: Visibility.default("private"),
  location: LocationChoice.default("off"),
  showCamera: z.boolean().default(false),
})
export type ImportOptions = z.output<typeof ImportOptions>

export const maxFiles = 20
/** Archives are sent in parts of so many bytes; the last one is what is left. */
export const archivePartBytes = 16 * 1024 * 1024

export const BeginImport = z.strictObject({
  /** Found out from what is in the archive when not given; when given, anything else is refused. */
  kind: ImportKind.optional(),
  files: z
    .array(
      z.strictObject({
        name: line(255, 1),
        byteLength: z
          .int()
          .min(22, { error: "empty" })
          .max(10_000 * archivePartBytes),
      }),
    )
    .min(1, { error: "no_file" })
    .max(maxFiles, { error: "too_many_files" }),
  options: ImportOptions.prefault({}),
})

export const ImportView = z.object({
  id: idOf("import"),
  kind: ImportKind.optional(),
  state: ImportState,
  reason: ImportReason.optional(),
  /** When an import goes on by itself that waits for the next day. */
  resumesAt: z.iso.datetime().optional(),
  files: z.array(
    z.object({
      name: z.string(),
      byteLength: z.int(),
      partSize: z.int().positive(),
      parts: z.int().positive(),
      arrived: z.boolean(),
    }),
  ),
  options: ImportOptions,
  /** What the ledger has: things in the archive, and what became of those that were looked at. */
  counts: z.object({
    total: z.int(),
    imported: z.int(),
    duplicate: z.int(),
    skipped: z.int(),
  }),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
})
export type ImportView = z.output<typeof ImportView>

export const ImportsView = z.object({ items: z.array(ImportView) })
export const ImportInput = z.strictObject({ importId: idOf("import") })
export const ChangeImport = ImportInput.extend({ action: z.enum(["pause", "resume"]) })

/** A number, or the digits of one in an address. */
const fileNumber = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number),
  ])
  .pipe(
    z
      .int()
      .min(0)
      .max(maxFiles - 1),
  )
export const FileInput = ImportInput.extend({ file: fileNumber })

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: "sha256" })
const PartNumber = z.int().min(1).max(10_000)
export const SignFileParts = FileInput.extend({
  parts: z
    .array(z.strictObject({ partNumber: PartNumber, sha256: Sha256 }))
    .min(1)
    .max(100)
    .refine((parts) => new Set(parts.map(({ partNumber }) => partNumber)).size === parts.length, {
      error: "part_twice",
    }),
})

export const FileProgress = z.object({
  arrived: z.boolean(),
  partSize: z.int().positive(),
  parts: z.array(z.object({ partNumber: PartNumber, byteLength: z.int(), sha256: Sha256 })),
})
export type FileProgress = z.output<typeof FileProgress>

export const LedgerInput = PageInput.extend({
  importId: idOf("import"),
  outcome: Outcome.optional(),
})

/** What became of one thing of an archive. */
export const LedgerEntry = z.object({
  /** Its place among all, as text. */
  id: z.string(),
  path: z.string(),
  outcome: Outcome,
  reason: EntryReason.optional(),
  /** The post that it is in. */
  postId: idOf("post").optional(),
})
export type LedgerEntry = z.output<typeof LedgerEntry>

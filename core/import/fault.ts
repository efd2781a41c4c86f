import type { EntryReason, ImportReason } from "./import.schema"

/** An archive as a whole cannot be brought in; its person reads why. */
export class ArchiveFault extends Error {
  constructor(readonly reason: ImportReason) {
    super(reason)
    this.name = "ArchiveFault"
  }
}

/** One thing of an archive cannot be read; the ledger says why, and the rest goes on. */
export class EntryFault extends Error {
  constructor(readonly reason: EntryReason) {
    super(reason)
    this.name = "EntryFault"
  }
}

/** The day's share of photos is in: the import goes on with this on another day. */
export class QuotaUsed extends Error {}

/** What could not be read of one thing, where the rest is as good without: a photo whose words are damaged is a photo. */
export function faultless(error: unknown): undefined {
  if (!(error instanceof EntryFault)) throw error
}

import { createHash } from "node:crypto"
import type { z } from "zod"
import type { UserActor } from "../core/actor"
import { config } from "../core/config"
import { Import } from "../core/import"
import {
  archivePartBytes,
  type BeginImport,
  type ImportView,
  type LedgerEntry,
} from "../core/import/import.schema"
import { Storage } from "../core/storage"
import { table } from "../core/table"
import { delivered, settle } from "./events"

type Chosen = Omit<z.input<typeof BeginImport>, "files">

/** Sends the files of an archive, as a browser does. */
export async function sent(by: UserActor, files: Buffer[], chosen: Chosen = {}): Promise<ImportView> {
  const begun = await Import.begin(by, {
    files: files.map((bytes, i) => ({ name: `archive-${i}.zip`, byteLength: bytes.length })),
    ...chosen,
  })
  for (const [file, bytes] of files.entries()) {
    for (let at = 0, partNumber = 1; at < bytes.length; at += archivePartBytes, partNumber++) {
      const part = bytes.subarray(at, at + archivePartBytes)
      const sha256 = createHash("sha256").update(part).digest("hex")
      const asked = { importId: begun.id, file, parts: [{ partNumber, sha256 }] }
      const [signed] = (await Import.signFileParts(by, asked)).parts
      const { url = "", headers } = signed ?? {}
      const answer = await fetch(url, { method: "PUT", headers, body: new Uint8Array(part) })
      if (!answer.ok) throw new Error(`storage said ${answer.status}: ${await answer.text()}`)
    }
    await Import.completeFile(by, { importId: begun.id, file })
  }
  return Import.get(by, { importId: begun.id })
}

/** Makes the photos that have arrived, as the event of storage does. */
export async function processed(by: UserActor): Promise<number> {
  const { data } = await table().photo.query.byUser({ userId: by.userId }).go({ pages: "all" })
  const awaiting = data.filter(({ state }) => state === "awaiting")
  for (const { photoId, byteLength } of awaiting) {
    const key = Storage.originalKey({ kind: "incoming", userId: by.userId, photoId })
    if (await Storage.exists(config.originalsBucket, key)) await delivered(key, byteLength)
  }
  return awaiting.length
}

/** Goes on with an import until it ends or pauses; every round may be cut off, then the next goes on. */
export async function ended(
  by: UserActor,
  importId: string,
  round: () => Promise<unknown> = oneRound,
): Promise<ImportView> {
  for (let i = 0; i < 200; i++) {
    const view = await Import.get(by, { importId })
    if (!["reading", "importing"].includes(view.state)) {
      await settle()
      return view
    }
    await round()
    await processed(by)
  }
  throw new Error("the import does not end")
}

const oneRound = () => Import.goOn(Date.now() + 20)

/** Everything that the ledger says. */
export async function ledgerOf(by: UserActor, importId: string): Promise<LedgerEntry[]> {
  const all: LedgerEntry[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await Import.ledger(by, { importId, ...(cursor ? { cursor } : {}) })
    all.push(...page.items)
    if (!page.nextCursor) return all
    cursor = page.nextCursor
  }
}

import { readdirSync, readFileSync } from "node:fs"
import { rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { writeDurably } from "./files"
import { type Folders, temporaryFile } from "./folders"
import { type Address, addressHash, type CommitRecord } from "./record"

/**
 * The commit records on disk. A record is `<hash>.pending` until its events were handed over and `<hash>.json`
 * from then on: one rename commits an object together with its event, a second one settles it.
 */
export class Journal {
  readonly #folders: Folders

  constructor(folders: Folders) {
    this.#folders = folders
  }

  /**
   * Reads all records; a pending one supersedes the settled one of the same address.
   * @throws Error naming the file when a record cannot be read.
   */
  load(): { settled: CommitRecord[]; pending: CommitRecord[] } {
    const names = readdirSync(this.#folders.records)
    const pendingNames = new Set(names.filter((name) => name.endsWith(".pending")))
    const settledNames = names.filter(
      (name) => name.endsWith(".json") && !pendingNames.has(name.replace(/json$/, "pending")),
    )
    return {
      settled: settledNames.map((name) => this.#read(name)),
      pending: [...pendingNames].map((name) => this.#read(name)),
    }
  }

  /** Commits a record. When this resolves, the write survives a power cut. */
  async commit(record: CommitRecord): Promise<void> {
    await writeDurably(temporaryFile(this.#folders), this.#path(record, "pending"), JSON.stringify(record))
  }

  /** Marks the events of the committed record as handed over. If a crash undoes this, they are sent again. */
  async settle(record: CommitRecord): Promise<void> {
    if (record.object) {
      await rename(this.#path(record, "pending"), this.#path(record, "json"))
    } else {
      // In this order: a removal is forgotten only after what it removed.
      await rm(this.#path(record, "json"), { force: true })
      await rm(this.#path(record, "pending"), { force: true })
    }
  }

  #path(address: Address, state: "pending" | "json"): string {
    return join(this.#folders.records, `${addressHash(address)}.${state}`)
  }

  #read(name: string): CommitRecord {
    const file = join(this.#folders.records, name)
    try {
      return JSON.parse(readFileSync(file, "utf8"))
    } catch (cause) {
      throw new Error(`The storage record ${file} is damaged. Move the data folder away or reset it.`, {
        cause,
      })
    }
  }
}

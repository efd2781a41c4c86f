import { randomUUID } from "node:crypto"
import { type FileHandle, open, rm } from "node:fs/promises"
import { join } from "node:path"
import type { S3EventRecord } from "aws-lambda"
import type { Received } from "../body/receive"
import { type Cause, eventRecord } from "../event"
import { moveDurably } from "./files"
import { type Folders, sweepBlobs } from "./folders"
import { Journal } from "./journal"
import { KeyLock } from "./key-lock"
import { ObjectIndex } from "./object-index"
import { type Address, addressHash, type CommitRecord, type StoredObject } from "./record"
import { Sequencer } from "./sequencer"

export type OnEvent = (record: S3EventRecord) => Promise<void> | void
export type Description = Pick<StoredObject, "etag" | "headers" | "checksums" | "checksumType" | "uploadId">
/** Looks at the object now at an address and throws when the write must not happen. */
export type Precondition = (current: StoredObject | undefined) => void

type Settings = { folders: Folders; region: string; onEvent: OnEvent }

/** The objects: an index in memory over records and blobs on disk. Writes to one key happen one after the other. */
export class ObjectStore {
  readonly folders: Folders
  readonly #settings: Settings
  readonly #journal: Journal
  readonly #sequencer: Sequencer
  readonly #index = new ObjectIndex()
  readonly #lock = new KeyLock()
  /** Commits whose events could not be handed over: the next write to that key takes them along. */
  readonly #undelivered = new Map<string, CommitRecord>()

  private constructor(settings: Settings) {
    this.folders = settings.folders
    this.#settings = settings
    this.#journal = new Journal(settings.folders)
    this.#sequencer = new Sequencer(settings.folders.root)
  }

  /** Reads the records, sweeps orphans and hands over the events that a killed process still owed. */
  static async open(settings: Settings): Promise<ObjectStore> {
    const store = new ObjectStore(settings)
    const { settled, pending } = store.#journal.load()
    const blobs = new Set<string>()
    for (const { object } of [...settled, ...pending]) {
      if (!object) continue
      store.#index.set(object)
      blobs.add(object.blob)
    }
    await sweepBlobs(settings.folders, (blob) => blobs.has(blob))
    for (const record of pending) await store.#deliver(record)
    return store
  }

  find(address: Address): StoredObject | undefined {
    return this.#index.find(address)
  }

  /** The keys of a bucket in listing order. */
  sortedKeys(bucket: string): readonly string[] {
    return this.#index.sortedKeys(bucket)
  }

  /** Opens the bytes at an address together with the object they belong to; nothing there gives undefined. */
  async openBlob(address: Address): Promise<{ object: StoredObject; file: FileHandle } | undefined> {
    for (;;) {
      const object = this.find(address)
      if (!object) return undefined
      try {
        return { object, file: await open(this.#blobPath(object), "r") }
      } catch (error) {
        // Overwritten between the two lines: look again. The same object without its bytes is real damage.
        if (this.find(address) === object) throw error
      }
    }
  }

  /** Makes received bytes the object at an address. Resolves when it is durable and its event handed over. */
  put(
    address: Address,
    received: Received,
    about: Description,
    cause: Cause,
    check: Precondition,
  ): Promise<StoredObject> {
    return this.#lock.run(addressHash(address), async () => {
      const current = this.find(address)
      check(current)
      const object: StoredObject = {
        ...about,
        bucket: address.bucket,
        key: address.key,
        blob: randomUUID(),
        size: received.size,
        modified: new Date().toISOString(),
      }
      await moveDurably(received.file, this.#blobPath(object))
      await this.#commit(address, object, current, cause)
      return object
    })
  }

  /** Removes the object at an address; nothing there is fine, as in S3. */
  remove(address: Address, cause: Cause, check: Precondition): Promise<void> {
    return this.#lock.run(addressHash(address), async () => {
      const current = this.find(address)
      check(current)
      const owed = this.#undelivered.get(addressHash(address))
      if (current) await this.#commit(address, null, current, cause)
      else if (owed) await this.#deliver(owed)
    })
  }

  /** Resolves when no write is under way. */
  idle(): Promise<void> {
    return this.#lock.idle()
  }

  async #commit(
    address: Address,
    object: StoredObject | null,
    replaced: StoredObject | undefined,
    cause: Cause,
  ): Promise<void> {
    const event = eventRecord(cause, {
      address,
      object,
      sequencer: this.#sequencer.next(),
      time: object?.modified ?? new Date().toISOString(),
      region: this.#settings.region,
    })
    const owed = this.#undelivered.get(addressHash(address))?.events ?? []
    const record: CommitRecord = {
      bucket: address.bucket,
      key: address.key,
      object,
      events: [...owed, event],
    }
    await this.#journal.commit(record)
    if (object) this.#index.set(object)
    else this.#index.delete(address)
    // What cannot be removed now, such as a file a reader holds open on Windows, is swept at the next start.
    if (replaced) await rm(this.#blobPath(replaced), { force: true }).catch(() => undefined)
    await this.#deliver(record)
  }

  async #deliver(record: CommitRecord): Promise<void> {
    this.#undelivered.set(addressHash(record), record)
    for (const event of record.events) await this.#settings.onEvent(event)
    await this.#journal.settle(record)
    this.#undelivered.delete(addressHash(record))
  }

  #blobPath(object: StoredObject): string {
    return join(this.#settings.folders.blobs, object.blob)
  }
}

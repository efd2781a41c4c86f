import { compareKeys } from "./key-order"
import type { Address, StoredObject } from "./record"

/** The objects of every bucket, in memory, with the keys in listing order. */
export class ObjectIndex {
  readonly #buckets = new Map<string, { objects: Map<string, StoredObject>; sorted: string[] | null }>()

  find({ bucket, key }: Address): StoredObject | undefined {
    return this.#buckets.get(bucket)?.objects.get(key)
  }

  set(object: StoredObject): void {
    const bucket = this.#bucket(object.bucket)
    if (!bucket.objects.has(object.key)) bucket.sorted = null
    bucket.objects.set(object.key, object)
  }

  delete({ bucket, key }: Address): void {
    const held = this.#bucket(bucket)
    if (held.objects.delete(key)) held.sorted = null
  }

  /** The keys of a bucket in listing order; sorted on the first list after a change. */
  sortedKeys(bucket: string): readonly string[] {
    const held = this.#bucket(bucket)
    held.sorted ??= [...held.objects.keys()].sort(compareKeys)
    return held.sorted
  }

  #bucket(name: string) {
    let bucket = this.#buckets.get(name)
    if (!bucket) {
      bucket = { objects: new Map(), sorted: null }
      this.#buckets.set(name, bucket)
    }
    return bucket
  }
}

import { ListObjectsV2Command, type _Object as Stored } from "@aws-sdk/client-s3"
import { Photo } from "../../core/photo"
import { Storage } from "../../core/storage"
import { s3 } from "../../core/storage/client"
import type { Fault } from "./fault"

/** A page of a bucket's objects beyond a key. @returns them, and the key to go on with where there are more */
export async function objectsAfter(bucket: string, after: string | undefined, count: number) {
  const page = await s3.send(new ListObjectsV2Command({ Bucket: bucket, StartAfter: after, MaxKeys: count }))
  const objects = page.Contents ?? []
  return { objects, next: page.IsTruncated ? objects.at(-1)?.Key : undefined }
}

/**
 * Which photos have objects and no row, a fault a place.
 * @param before younger objects are left alone: what is being deleted loses its objects last
 */
export async function orphans(bucket: string, objects: readonly Stored[], before: Date): Promise<Fault[]> {
  const places = new Map<string, { photoId: string; keys: string[] }>()
  for (const { Key = "", LastModified } of objects) {
    const key = Storage.parseKey(Key)
    // What else is there belongs to no photo.
    if (!key || !("photoId" in key) || !LastModified || LastModified >= before) continue
    const isOriginal = key.kind === "incoming" || key.kind === "kept"
    const place = isOriginal ? Storage.originalKey(key) : Storage.variantPrefix(key.kind, key.photoId)
    const known = places.get(place) ?? { photoId: key.photoId, keys: [] }
    known.keys.push(Key)
    places.set(place, known)
  }
  const ids = [...new Set([...places.values()].map(({ photoId }) => photoId))]
  const rows = new Set((await Photo.rows(ids)).map(({ photoId }) => photoId))
  return [...places]
    .filter(([, { photoId }]) => !rows.has(photoId))
    .map(([place, { photoId, keys }]) => ({
      kind: "object_orphaned",
      what: place,
      found: `${keys.length} objects, and no such photo`,
      remedy: "remove them",
      async repair() {
        if ((await Photo.rows([photoId])).length > 0) return "has a row by now"
        await Storage.removeAll(bucket, place)
        return "removed"
      },
    }))
}

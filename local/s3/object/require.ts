import { S3Error } from "../http/error"
import type { S3Context, S3Request } from "../http/types"
import type { Address, StoredObject } from "../store/record"

/** The object at an address. Throws `NoSuchKey` when there is none. */
export function requireObject(context: S3Context, address: Address): StoredObject {
  return context.objects.find(address) ?? noSuchKey(address)
}

export function noSuchKey({ key }: Address): never {
  throw new S3Error("NoSuchKey", "The specified key does not exist.", { Key: key })
}

/** Objects have one version here, `null`, as in a bucket that never was versioned. */
export function checkVersion(request: S3Request): void {
  const version = request.query.get("versionId")
  if (version === null || version === "null") return
  throw new S3Error("NoSuchVersion", "The specified version does not exist.", { VersionId: version })
}

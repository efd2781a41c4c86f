/** Every object key has its author and its inverse here: `parseKey(originalKey(x))` equals x. */
export type IncomingKey = { kind: "incoming"; userId: string; photoId: string }
export type KeptKey = { kind: "kept"; userId: string; photoId: string }
export type VariantKey = {
  kind: "private" | "public"
  photoId: string
  version: number
  size: number
  format: "avif" | "jpg"
}
/** A file of an archive that a person brings in, or a piece of what is to be done with it; gone when the import ends. */
export type ImportKey = { userId: string; importId: string; part: "file" | "plan"; number: number }
/** A file of an archive that a person asked for. */
export type ExportKey = { kind: "exports"; userId: string; exportId: string; name: string }
export type ObjectKey = IncomingKey | KeptKey | VariantKey | ExportKey

/** Key of an original: where it arrives (`incoming`, expires in a day), or where it stays (`kept`). */
export const originalKey = (key: IncomingKey | KeptKey) => `${key.kind}/${key.userId}/${key.photoId}`

/** What every key of an archive begins with; its person's, and all of theirs without an id. */
export const exportPrefix = (userId: string, exportId?: string) =>
  exportId ? `exports/${userId}/${exportId}/` : `exports/${userId}/`

/** Key of a file of an archive, in the bucket of originals. */
export const exportKey = ({ userId, exportId, name }: Omit<ExportKey, "kind">) =>
  `${exportPrefix(userId, exportId)}${name}`

/** Key of a variant in the media bucket; `public/…` is what the CDN may read. */
export const variantKey = (key: VariantKey) =>
  `${key.kind}/${key.photoId}/${key.version}-${key.size}.${key.format}`

/** What every variant key of a photo begins with. */
export const variantPrefix = (kind: VariantKey["kind"], photoId: string) => `${kind}/${photoId}/`

/** What every key of an import begins with. */
export const importPrefix = (userId: string, importId: string) => `imports/${userId}/${importId}/`

export const importKey = ({ userId, importId, part, number }: ImportKey) =>
  `${importPrefix(userId, importId)}${part}/${number}`

const imported = /^imports\/([\w-]+)\/([\w-]+)\/(file|plan)\/(\d+)$/
const original = /^(incoming|kept)\/([\w-]+)\/([\w-]+)$/
const archive = /^exports\/([\w-]+)\/([\w-]+)\/([a-z]+(?:-\d+)?\.(?:json|zip))$/
const variant = /^(private|public)\/([\w-]+)\/(\d+)-(\d+)\.(avif|jpg)$/

/** @returns what a key names, or undefined when it is none of ours */
export function parseKey(key: string): ObjectKey | undefined {
  const o = original.exec(key)
  if (o?.[2] && o[3]) return { kind: o[1] as "incoming" | "kept", userId: o[2], photoId: o[3] }
  const a = archive.exec(key)
  if (a?.[1] && a[2] && a[3]) return { kind: "exports", userId: a[1], exportId: a[2], name: a[3] }
  const v = variant.exec(key)
  if (!v?.[2]) return undefined
  return {
    kind: v[1] as VariantKey["kind"],
    photoId: v[2],
    version: Number(v[3]),
    size: Number(v[4]),
    format: v[5] as VariantKey["format"],
  }
}

/** The inverse of `importKey`. */
export function parseImportKey(key: string): ImportKey | undefined {
  const [, userId, importId, part, number] = imported.exec(key) ?? []
  return userId && importId
    ? { userId, importId, part: part as ImportKey["part"], number: Number(number) }
    : undefined
}

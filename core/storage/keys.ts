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
export type ObjectKey = IncomingKey | KeptKey | VariantKey

/** Key of an original: where it arrives (`incoming`, expires in a day), or where it stays (`kept`). */
export const originalKey = (key: IncomingKey | KeptKey) => `${key.kind}/${key.userId}/${key.photoId}`

/** Key of a variant in the media bucket; `public/…` is what the CDN may read. */
export const variantKey = (key: VariantKey) =>
  `${key.kind}/${key.photoId}/${key.version}-${key.size}.${key.format}`

/** What every variant key of a photo begins with. */
export const variantPrefix = (kind: VariantKey["kind"], photoId: string) => `${kind}/${photoId}/`

const original = /^(incoming|kept)\/([\w-]+)\/([\w-]+)$/
const variant = /^(private|public)\/([\w-]+)\/(\d+)-(\d+)\.(avif|jpg)$/

/** @returns what a key names, or undefined when it is none of ours */
export function parseKey(key: string): ObjectKey | undefined {
  const o = original.exec(key)
  if (o?.[2] && o[3]) return { kind: o[1] as "incoming" | "kept", userId: o[2], photoId: o[3] }
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

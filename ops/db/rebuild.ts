import { unmarshall } from "@aws-sdk/util-dynamodb"
import { config } from "../../core/config"
import { Image } from "../../core/image"
import { Storage } from "../../core/storage"
import type { Check } from "../verify/check"
import type { Item } from "./scan"

type Card = { photoId: string; version: number }

/** Makes the variants of some photos of posts anew from their originals, and holds them against those in storage, byte by byte. */
export async function rebuildVariants(posts: readonly Item[], photos: number): Promise<Check> {
  const name = "variants rebuilt"
  if (photos === 0) return { name, ok: undefined, found: "not asked for" }
  const cards = posts
    .map((post) => unmarshall(post))
    .flatMap(({ userId, photos: cards }) =>
      (cards as Card[]).map((card) => ({ ...card, userId: userId as string })),
    )
    .slice(0, photos)
  const wrong: string[] = []
  let variants = 0
  for (const card of cards) {
    const original = Storage.originalKey({ kind: "kept", userId: card.userId, photoId: card.photoId })
    const made = await Image.process(await Storage.read(config.originalsBucket, original))
    for (const { size, format, bytes } of made.variants) {
      const key = Storage.variantKey({
        kind: "private",
        photoId: card.photoId,
        version: card.version,
        size,
        format,
      })
      const stored = await Storage.read(config.mediaBucket, key).catch(() => undefined)
      variants++
      if (!stored?.equals(bytes)) wrong.push(key)
    }
  }
  const found = `${variants - wrong.length} of ${variants} of ${cards.length} photos equal${wrong.length > 0 ? `: not ${wrong.slice(0, 3).join(", ")}` : ""}`
  return { name, ok: wrong.length === 0 && variants > 0, found }
}

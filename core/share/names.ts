import { batch, table } from "../table"

/** What a person called some links: of those that they made themself alone, for nobody else is told. By id. */
export async function namesOf(
  userId: string,
  shareIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(shareIds)].map((shareId) => ({ shareId }))
  const places = await batch(ids, (left) => table().sharePlace.get(left).go())
  const hashes = places.filter((place) => place.userId === userId).map(({ hash }) => ({ hash }))
  const links = await batch(hashes, (left) => table().share.get(left).go())
  return new Map(links.map(({ shareId, name }) => [shareId, name]))
}

import { newId } from "../../core/id"
import { uploaded } from "../events"
import { given } from "../given"
import { large } from "../large"
import { newCast } from "./cast"
import { about, members, mine, type Row, shownToOwner } from "./row"

const start = { fileName: "a.jpg", contentType: "image/jpeg", byteLength: 100, sha256: "1".repeat(64) }

export async function photos(): Promise<Row[]> {
  const cast = await newCast()
  const { owner } = cast
  const photo = await given.photo(owner)
  const toRemove = await given.photo(owner)
  const bytes = Buffer.from("This is no photo.")
  const broken = await given.upload(owner, bytes)
  await uploaded(broken.upload, bytes)
  const awaiting = await given.upload(owner, await given.jpeg())
  const [inParts, whole] = [await large(owner), await large(owner)]
  await whole.send()
  const parts = inParts.parts.map(({ partNumber, sha256 }) => ({ partNumber, sha256 }))
  const of = (id: string, where: Parameters<typeof about>[2], status: number, json?: unknown) =>
    about(cast, "photo", where, id, mine(status), json)
  return [
    { cast, where: "POST /api/uploads", json: start, status: members(201) },
    of(awaiting.photoId, (id) => `GET /api/uploads/${id}/parts`, 200),
    of(inParts.photoId, (id) => `POST /api/uploads/${id}/parts`, 200, { parts }),
    of(whole.photoId, (id) => `POST /api/uploads/${id}/complete`, 200),
    of(awaiting.photoId, (id) => `DELETE /api/uploads/${id}`, 204),
    of(photo, (id) => `GET /api/photos/${id}`, 200),
    of(toRemove, (id) => `DELETE /api/photos/${id}`, 204),
    of(broken.photoId, (id) => `POST /api/photos/${id}/retry`, 200),
    // A photo that is in no post.
    {
      cast,
      where: `GET /api/media/${photo}/320.avif`,
      status: shownToOwner(302),
      absent: { where: `GET /api/media/${newId("photo")}/320.avif` },
    },
  ]
}

import { Guest } from "../../core/guest"
import { newId } from "../../core/id"
import { Share } from "../../core/share"
import { givenAlbum } from "../albums"
import { uploaded } from "../events"
import { given, offer, visitor } from "../given"
import { newCast } from "./cast"
import { about, everybody, members, mine, type Row, type Statuses, unblocked, type Where } from "./row"

const nowhere = "A".repeat(24)
const key = "k".repeat(32)

/** A link to an album that takes photos: what it opens, what guests send through it, and who decides about that. */
export async function guests(): Promise<Row[]> {
  const cast = await newCast()
  const { owner } = cast
  const [inside, beside] = [
    await given.post(owner, { visibility: "private" }),
    await given.post(owner, { visibility: "private" }),
  ]
  const album = await givenAlbum(owner, { posts: [inside.id] })
  const child = await givenAlbum(owner, { parentId: album.id })
  const link = await Share.createForAlbum(owner, { albumId: album.id, kind: "contribute", comments: true })
  const token = link.url?.split("/s/")[1] ?? ""
  const offered = async () => ({ key, name: "Grandma", ...offer(await given.jpeg()) })
  const sent = async (bytes: Buffer) =>
    Guest.start(visitor(), { token, key, name: "Grandma", ...offer(bytes) })
  const arrived = async (file: Buffer) => {
    const photo = await sent(file)
    if (!("duplicate" in photo) && photo.upload.kind === "post") await uploaded(photo.upload, file)
    return photo
  }
  const [ready, undecided] = [await arrived(await given.jpeg()), await arrived(await given.jpeg())]
  const [inParts, waiting, gone] = [
    await sent(await given.largeJpeg()),
    await sent(await given.jpeg()),
    await sent(await given.jpeg()),
  ]
  const parts = [{ partNumber: 1, sha256: "0".repeat(64) }]
  const open = (path: string, status: Statuses): Row => ({
    cast,
    where: `GET /api/s/${token}${path}`,
    status,
    absent: { where: `GET /api/s/${nowhere}${path}` },
  })
  const upload = (where: (id: string) => string, id: string, status: Statuses, json?: object): Row => ({
    cast,
    where: where(id) as Where,
    status,
    json,
    absent: { where: where(newId("photo")) as Where },
  })
  const at = (id: string) => `/api/s/${token}/uploads/${id}`
  const words = `/posts/${inside.id}/comments`
  await Guest.comment(visitor(), { token, postId: inside.id, name: "Grandma", text: "Light" })
  const { items: waitingWords } = await Guest.waitingComments(owner, {})
  const variant = (photoId: string, status: Statuses): Row => ({
    cast,
    where: `GET /api/media/${photoId}/640.jpg?link=${token}`,
    status,
    absent: { where: `GET /api/media/${newId("photo")}/640.jpg?link=${token}` },
  })
  const ofAlbum = (method: string, path: string) => (id: string) =>
    `${method} /api/albums/${id}/${path}` as Where
  const onlyOwner = { ...everybody(404), owner: 302 }
  return [
    about(cast, "album", ofAlbum("GET", "share-links"), album.id, mine(200)),
    about(cast, "album", ofAlbum("POST", "share-links"), album.id, mine(201), { name: "Family" }),
    open("", unblocked(200)),
    open("/items", unblocked(200)),
    open(`/albums/${child.id}`, unblocked(200)),
    open(`/posts/${inside.id}`, unblocked(200)),
    { cast, where: `GET /api/s/${token}/posts/${beside.id}`, status: everybody(404) },
    variant(inside.photos[0]?.photoId ?? "", unblocked(302)),
    variant(beside.photos[0]?.photoId ?? "", onlyOwner),
    // What waits is seen by those alone who decide about it.
    variant(undecided.photoId, onlyOwner),
    {
      cast,
      where: `POST /api/s/${token}/uploads`,
      json: await offered(),
      status: unblocked(201),
      absent: { where: `POST /api/s/${nowhere}/uploads` },
    },
    upload((id) => `GET ${at(id)}/parts?key=${key}`, waiting.photoId, unblocked(200)),
    upload((id) => `POST ${at(id)}/parts`, inParts.photoId, unblocked(200), { key, parts }),
    upload((id) => `POST ${at(id)}/complete`, ready.photoId, unblocked(200), { key }),
    upload((id) => `GET ${at(id)}?key=${key}`, ready.photoId, unblocked(200)),
    upload((id) => `DELETE ${at(id)}`, gone.photoId, { ...everybody(404), visitor: 204 }, { key }),
    open(words, unblocked(200)),
    {
      cast,
      where: `POST /api/s/${token}${words}`,
      json: { name: "Grandma", text: "Light" },
      // Its owner sees the post by themself, and is no guest there.
      status: { ...unblocked(202), owner: 403 },
      absent: { where: `POST /api/s/${nowhere}${words}` },
    },
    { cast, where: `GET /api/s/${token}/posts/${beside.id}/comments`, status: everybody(404) },
    { cast, where: "GET /api/me/guest-comments", status: members(200) },
    {
      cast,
      where: "POST /api/me/guest-comments",
      // Of another's queue nothing is decided, and nothing told.
      json: { commentIds: waitingWords.map(({ id }) => id), decision: "approve" },
      status: members(200),
    },
    about(cast, "album", ofAlbum("GET", "guest-photos"), album.id, mine(200)),
    about(cast, "album", ofAlbum("POST", "guest-photos"), album.id, mine(200), {
      photoIds: [ready.photoId],
      decision: "approve",
    }),
  ]
}

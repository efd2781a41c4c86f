import { Album } from "../../core/album"
import type { AlbumRole } from "../../core/album/album.schema"
import type { Visibility } from "../../core/post/post.schema"
import { givenAlbum, joins } from "../albums"
import { given } from "../given"
import { writtenPost } from "../posts"
import { type Cast, newCast } from "./cast"
import {
  about,
  aboutPerson,
  everybody,
  followers,
  members,
  mine,
  type Row,
  shownToOwner,
  unblocked,
  type Where,
} from "./row"

/** Albums of every audience, and with members: whoever asked to follow is one there, of each role in turn. */
export async function albums(): Promise<Row[]> {
  const cast = await newCast()
  return [
    ...(await looked(cast)),
    ...(await owned(cast)),
    ...(await inside("viewer", 403, 403)),
    ...(await inside("contributor", 204, 403)),
    ...(await inside("manager", 204, 204)),
  ]
}

const at =
  (method: string, under = "") =>
  (id: string) =>
    `${method} /api/albums/${id}${under}` as Where

async function looked(cast: Cast): Promise<Row[]> {
  const closed = await newCast({ private: true })
  const of = async (visibility: Visibility, by = cast) =>
    (await givenAlbum(by.owner, { visibility, posts: [await writtenPost(by.owner)] })).id
  const [open, limited, secret, behind] = [
    await of("public"),
    await of("followers"),
    await of("private"),
    await of("public", closed),
  ]
  const { id: postId } = await given.post(cast.owner, { visibility: "private" })
  return [
    ...["", "/items", "/albums"].flatMap((under) => [
      about(cast, "album", at("GET", under), open, unblocked(200)),
      about(cast, "album", at("GET", under), limited, followers(200)),
      about(cast, "album", at("GET", under), secret, shownToOwner(200)),
      about(closed, "album", at("GET", under), behind, followers(200)),
    ]),
    // Whoever is nothing in it reads of no members, though they see it.
    about(cast, "album", at("GET", "/members"), open, mine(200)),
    about(cast, "post", (id) => `GET /api/posts/${id}/albums`, postId, shownToOwner(200)),
    aboutPerson(cast, (handle) => `GET /api/users/${handle}/albums`, unblocked(200)),
  ]
}

/** What changes a public album: strangers see it, and may do none of it. */
async function owned(cast: Cast): Promise<Row[]> {
  const { owner, stranger } = cast
  const [first, second, third] = [
    await writtenPost(owner),
    await writtenPost(owner),
    await writtenPost(owner),
  ]
  const made = (posts: string[] = []) => givenAlbum(owner, { visibility: "public", posts })
  const [album, gone] = [await made([first, second]), await made()]
  await joins(owner, album.id, stranger)
  const withoutStranger = { ...mine(204), stranger: 403 }
  const about1 = (method: string, under: string, status: Row["status"], json?: unknown) =>
    about(cast, "album", at(method, under), album.id, status, json)
  return [
    { cast, where: "GET /api/albums", status: members(200) },
    { cast, where: "GET /api/albums?kind=shared", status: members(200) },
    { cast, where: "POST /api/albums", json: { title: "Harbours" }, status: members(201) },
    about1("PATCH", "", { ...mine(200), stranger: 403 }, { title: "Changed" }),
    about1("POST", "/items", { ...mine(200), stranger: 403 }, { postIds: [third] }),
    about1("PUT", `/items/${third}`, withoutStranger),
    about1("PATCH", "/order", withoutStranger, { postIds: [second], to: "first" }),
    about1("DELETE", `/items/${second}`, withoutStranger),
    about1("DELETE", "/items", withoutStranger, { postIds: [first] }),
    about(cast, "album", at("DELETE"), gone.id, mine(204)),
  ]
}

/** A private album with a private post, and one more of which everybody in turn may do something. */
async function inside(role: AlbumRole, adds: number, manages: number): Promise<Row[]> {
  const cast = await newCast()
  const { owner, requested } = cast
  const post = await given.post(owner, { visibility: "private" })
  const photoId = post.photos[0]?.photoId ?? ""
  const album = await givenAlbum(owner, { posts: [post.id] })
  const { id } = await Album.create(owner, { title: "Inside", parentId: album.id })
  await joins(owner, album.id, requested, role)
  const other = await given.person()
  await joins(owner, id, other)
  const own = await writtenPost(requested)
  const sees = (status: number) => ({ ...everybody(404), owner: status, requested: status })
  const changes = (status: number) => ({ ...mine(204), requested: status })
  return [
    about(cast, "album", at("GET"), album.id, sees(200)),
    about(cast, "album", at("GET", "/items"), album.id, sees(200)),
    // What one is in an album one is in those inside.
    about(cast, "album", at("GET"), id, sees(200)),
    about(cast, "post", (postId) => `GET /api/posts/${postId}`, post.id, sees(200)),
    about(cast, "photo", (photo) => `GET /api/media/${photo}/320.avif`, photoId, sees(302)),
    about(cast, "photo", (photo) => `GET /api/media/${photo}/original`, photoId, {
      ...everybody(404),
      owner: 302,
    }),
    about(cast, "album", at("GET", "/members"), id, { ...mine(200), requested: 200 }),
    // Of a post that is not theirs its owner hears so.
    { cast, where: at("PUT", `/items/${own}`)(id), status: { ...mine(404), requested: adds } },
    about(cast, "album", at("POST", "/members"), id, changes(manages), {
      handle: other.handle,
      role: "viewer",
    }),
    about(cast, "album", at("PUT", `/members/${other.userId}`), id, changes(manages), { role: "viewer" }),
    // Whom a manager took out is no member any more when the owner comes.
    {
      cast,
      where: at("DELETE", `/members/${other.userId}`)(id),
      status: { ...changes(manages), owner: manages === 204 ? 404 : 204 },
    },
  ]
}

import { createHash } from "node:crypto"
import { newId } from "../../core/id"
import { Share } from "../../core/share"
import type { LinkView } from "../../core/share/share.schema"
import { table } from "../../core/table"
import { given } from "../given"
import { newCast } from "./cast"
import { about, everybody, mine, type Row, type Statuses, unblocked, type Where } from "./row"

const password = "harebell-scree"
const nowhere = "A".repeat(24)
const tokenOf = ({ url = "" }: LinkView) => url.split("/s/")[1] ?? ""

/** Links to a post that is its author's alone: open, locked and over, for everybody who may hold one. */
export async function links(): Promise<Row[]> {
  const cast = await newCast()
  const { owner } = cast
  const post = await given.post(owner, { visibility: "private" })
  const photoId = post.photos[0]?.photoId ?? ""
  const made = (options: object = {}) => Share.createForPost(owner, { postId: post.id, ...options })
  const [open, locked, changed, ended, over, past] = [
    await made(),
    await made({ password }),
    await made(),
    await made(),
    await made(),
    await made(),
  ]
  await Share.revoke(owner, { shareId: over.id })
  await table()
    .share.patch({ hash: createHash("sha256").update(tokenOf(past)).digest("hex") })
    .set({ endsAt: new Date(Date.now() - 1000).toISOString() })
    .go()
  const through = (
    where: (token: string) => Where,
    link: LinkView,
    status: Statuses,
    json?: unknown,
  ): Row => ({
    cast,
    where: where(tokenOf(link)),
    status,
    json,
    absent: { where: where(nowhere) },
  })
  const get = (token: string): Where => `GET /api/s/${token}`
  const media = (link: LinkView, variant: string, status: Statuses): Row => ({
    cast,
    where: `GET /api/media/${photoId}/${variant}?link=${tokenOf(link)}`,
    status,
    absent: { where: `GET /api/media/${newId("photo")}/${variant}?link=${tokenOf(link)}` },
  })
  const onlyOwner = { ...everybody(404), owner: 302 }
  const list = (id: string): Where => `GET /api/posts/${id}/share-links`
  const make = (id: string): Where => `POST /api/posts/${id}/share-links`
  return [
    about(cast, "post", list, post.id, mine(200)),
    about(cast, "post", make, post.id, mine(201), { name: "For Grandma" }),
    about(cast, "share", (id) => `PATCH /api/share-links/${id}`, changed.id, mine(200), { noCamera: true }),
    about(cast, "share", (id) => `DELETE /api/share-links/${id}`, ended.id, mine(204)),
    through(get, open, unblocked(200)),
    through(get, locked, unblocked(403)),
    // Whoever has the token of a link that was one is told so.
    { cast, where: get(tokenOf(over)), status: everybody(410) },
    { cast, where: get(tokenOf(past)), status: unblocked(410) },
    through((token) => `POST /api/s/${token}/unlock`, locked, unblocked(204), { password }),
    ...["320.avif", "640.jpg"].flatMap((variant) => [
      media(open, variant, unblocked(302)),
      media(locked, variant, onlyOwner),
      media(over, variant, onlyOwner),
      media(past, variant, onlyOwner),
    ]),
    media(open, "original", onlyOwner),
  ]
}

import { Comment } from "../../core/comment"
import { given } from "../given"
import { newCast } from "./cast"
import {
  about,
  everybody,
  followers,
  followersSignedIn,
  members,
  mine,
  type Row,
  type Statuses,
  shownToOwner,
  unblocked,
  unblockedMembers,
} from "./row"

/** Likes, bookmarks and comments: of a post for everybody, one for followers, and one that is its author's alone. */
export async function talk(): Promise<Row[]> {
  const cast = await newCast()
  const { owner } = cast
  const [open, limited, secret] = [
    await given.post(owner),
    await given.post(owner, { visibility: "followers" }),
    await given.post(owner, { visibility: "private" }),
  ]
  return [
    { cast, where: "GET /api/me/bookmarks", status: members(200) },
    ...(await aboutPost(open.id, unblocked(200), unblockedMembers(200))),
    ...(await aboutPost(limited.id, followers(200), followersSignedIn(200))),
    ...(await aboutPost(secret.id, shownToOwner(200), mine(200))),
    // Somebody else's comment under the owner's post: whose post it is may take it away, whoever wrote it may change it.
    ...(await aboutStrangersComment()),
  ]

  async function aboutPost(postId: string, reads: Statuses, writes: Statuses): Promise<Row[]> {
    const { id } = await Comment.write(owner, { postId, text: "Mine" })
    const post = (where: Parameters<typeof about>[2], status: Statuses, json?: unknown) =>
      about(cast, "post", where, postId, status, json)
    const comment = (where: Parameters<typeof about>[2], status: Statuses, json?: unknown) =>
      about(cast, "comment", where, id, status, json)
    return [
      post((one) => `PUT /api/posts/${one}/like`, done(writes)),
      post((one) => `DELETE /api/posts/${one}/like`, done(writes)),
      post((one) => `GET /api/posts/${one}/likes`, reads),
      post((one) => `PUT /api/posts/${one}/bookmark`, done(writes)),
      post((one) => `DELETE /api/posts/${one}/bookmark`, done(writes)),
      post((one) => `GET /api/posts/${one}/comments`, reads),
      post((one) => `POST /api/posts/${one}/comments`, made(writes), { text: "Hello" }),
      comment((one) => `GET /api/comments/${one}`, reads),
      comment((one) => `GET /api/comments/${one}/replies`, reads),
      comment((one) => `POST /api/comments/${one}/replies`, made(writes), { text: "Hello" }),
      comment((one) => `GET /api/comments/${one}/history`, reads),
      comment((one) => `PUT /api/comments/${one}/like`, done(writes)),
      comment((one) => `DELETE /api/comments/${one}/like`, done(writes)),
      comment((one) => `PATCH /api/comments/${one}`, mine(200), { text: "Mine, changed" }),
      comment((one) => `DELETE /api/comments/${one}`, mine(204)),
    ]
  }

  async function aboutStrangersComment(): Promise<Row[]> {
    const { id } = await Comment.write(cast.stranger, { postId: open.id, text: "A stranger's" })
    const change = (one: string) => `PATCH /api/comments/${one}` as const
    const theirs = { ...everybody(404), visitor: 401, stranger: 200 }
    return [
      about(cast, "comment", change, id, theirs, { text: "Changed" }),
      about(cast, "comment", (one) => `GET /api/comments/${one}`, id, unblocked(200)),
      about(cast, "comment", (one) => `GET /api/comments/${one}/history`, id, unblocked(200)),
      about(cast, "comment", (one) => `DELETE /api/comments/${one}`, id, {
        ...mine(204),
        stranger: 204,
        owner: 404,
      }),
    ]
  }
}

/** The same people, with the status of what carries nothing. */
const done = (status: Statuses) => replaced(status, 204)
const made = (status: Statuses) => replaced(status, 201)
const replaced = (status: Statuses, by: number) =>
  Object.fromEntries(Object.entries(status).map(([column, is]) => [column, is === 200 ? by : is])) as Statuses

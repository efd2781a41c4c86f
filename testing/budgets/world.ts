import { Block } from "../../core/block"
import { Bookmark } from "../../core/bookmark"
import { Comment } from "../../core/comment"
import { newId } from "../../core/id"
import { Like } from "../../core/like"
import { Post } from "../../core/post"
import { table } from "../../core/table"
import { Tag } from "../../core/tag"
import { now } from "../../core/time"
import { givenAlbum, joins } from "../albums"
import { settle } from "../events"
import { given, type Person } from "../given"
import { writtenPost } from "../posts"

/** More than a page of everything, around one reader. */
const many = 26

/**
 * A reader whose every list has more than a page: people followed and following, requests, blocks, posts of others and
 * of one's own with comments, answers and likes, bookmarks, tags, notifications.
 */
export async function fullWorld() {
  const reader = await given.person("reader")
  const others = await crowd()
  const [first] = others
  if (!first) throw new Error("nobody")
  for (const other of others) {
    await given.follow(reader, other)
    await given.follow(other, reader)
  }
  for (const other of others) await writtenPost(other, { caption: "Morning light #dawn" })
  let mine = ""
  for (let n = 0; n < many; n++) mine = await writtenPost(reader, { caption: `Mine ${n} #dawn` })
  const comments = []
  for (const other of others) {
    await Like.like(other, { postId: mine })
    comments.push(await Comment.write(other, { postId: mine, text: "Lovely" }))
  }
  const commentId = comments[0]?.id ?? ""
  for (const other of others) await Comment.reply(other, { commentId, text: "Indeed" })
  await Comment.edit(first, { commentId, text: "Lovely!" })
  await settle()
  const { data: feed } = await table().feedRow.query.byReader({ userId: reader.userId }).go({ limit: many })
  for (const { postId } of feed) await Bookmark.save(reader, { postId })
  const [asking, apart] = [await crowd(), await crowd()]
  await Promise.all(asking.map((one) => asks(one, reader)))
  for (const one of apart) await Block.block(reader, { handle: one.handle })
  for (const tag of ["dawn", "fog", "sea"]) await Tag.follow(reader, { tag })
  await settle()
  const { id: editable } = await given.post(reader)
  const stranger = await given.person()
  const album = await fullAlbum(reader, others)
  return { reader, stranger, other: first, mine, editable, commentId, album }
}

/** An album with more than a page of everything: albums inside, posts, members. */
async function fullAlbum(reader: Person, others: readonly Person[]): Promise<string> {
  const posts = (await Post.newest(reader.userId, undefined, many)).map(({ postId }) => postId)
  const { id } = await givenAlbum(reader, { visibility: "public", posts })
  for (const other of others) await joins(reader, id, other)
  for (let n = 0; n < many; n++)
    await givenAlbum(reader, { visibility: "public", parentId: id, posts: posts.slice(n, n + 3) })
  await settle()
  return id
}

const crowd = () => Promise.all(Array.from({ length: many }, () => given.person()))

/** A request as it is stored: the account may have been private then. */
async function asks({ userId: followerId }: Person, { userId: followeeId }: Person) {
  const row = { followerId, followeeId, state: "requested" as const }
  await table()
    .follow.put({ ...row, followId: newId("follow"), createdAt: now() })
    .go()
}

import { expect, it } from "vitest"
import { given } from "../../testing/given"
import { useSettings } from "../../testing/settings"
import { Comment } from "../comment"
import { Post } from "../post"
import { table } from "../table"
import { Like } from "./index"

const people = 50
const acts = 1000

/** A row of numbers that looks random and is always the same. */
function* numbers(seed: number) {
  for (let x = seed; ; ) {
    x = (x * 1_103_515_245 + 12_345) & 0x7fffffff
    yield x
  }
}

it("a thousand likes and unlikes by fifty people at once are counted exactly", async () => {
  const seed = Date.now() & 0xffff
  const random = numbers(seed)
  const pick = (most: number) => (random.next().value ?? 0) % most
  const [author, ...crowd] = await Promise.all(Array.from({ length: people + 1 }, () => given.person()))
  if (!author) throw new Error("nobody")
  const { id: postId } = await given.post(author)
  const run = Array.from({ length: acts }, () => ({
    person: crowd[pick(people)],
    act: pick(3) > 0 ? Like.like : Like.unlike,
  }))
  await Promise.all(run.map(({ person, act }) => person && act(person, { postId })))
  const { data } = await table().like.query.byPost({ postId }).go({ pages: "all" })
  expect([seed, (await Post.exactCounts(postId)).likes]).toEqual([seed, data.length])
  expect((await Post.get(author, { postId })).counts.likes).toBe(data.length)
  expect(data.length).toBeGreaterThan(10)
})

it("comments, answers and their removal by twenty people at once are counted exactly", async () => {
  useSettings({ limits: { commentsPerMinute: 1000 } })
  const [author, ...crowd] = await Promise.all(Array.from({ length: 21 }, () => given.person()))
  if (!author) throw new Error("nobody")
  const { id: postId } = await given.post(author)
  const first = await Comment.write(author, { postId, text: "First" })
  await Promise.all(
    crowd.flatMap((person) => [
      Comment.write(person, { postId, text: "Hello" }).then(({ id }) =>
        Comment.remove(person, { commentId: id }),
      ),
      Comment.write(person, { postId, text: "Stays" }),
      Comment.reply(person, { commentId: first.id, text: "Answer" }),
      Comment.reply(person, { commentId: first.id, text: "Gone" }).then(({ id }) =>
        Comment.remove(author, { commentId: id }),
      ),
    ]),
  )
  const comments = await table().comment.query.byPost({ postId }).go({ pages: "all" })
  const replies = await table().reply.query.byComment({ parentId: first.id }).go({ pages: "all" })
  expect([comments.data.length, replies.data.length]).toEqual([21, 20])
  expect((await Post.exactCounts(postId)).comments).toBe(41)
  expect(comments.data.find(({ commentId }) => commentId === first.id)?.replies).toBe(20)
})

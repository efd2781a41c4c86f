import { expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given } from "../../testing/given"
import { slow } from "../../testing/slow"
import { Comment } from "../comment"
import { Post } from "../post"
import { Mention } from "./index"

it(
  "is known as long as the text stands: also of whom it named before, and of all of many",
  slow,
  async () => {
    const [ada, ben, eve] = [await given.person(), await given.person(), await given.person()]
    const many = Array.from({ length: 12 }, (_, number) => `@nobody_at_all_${number}`).join(" ")
    const { id: postId } = await given.post(ada, {
      caption: `With @${ben.handle} and ${many} @${eve.handle}`,
    })
    const { id: commentId } = await Comment.write(ada, { postId, text: `Is it @${ben.handle}?` })
    const naming = async ({ userId }: { userId: string }) => {
      await settle()
      return (await Mention.ofPerson(userId, 10)).map(({ subjectId }) => subjectId)
    }
    expect((await naming(ben)).sort()).toEqual([commentId, postId].sort())
    expect(await naming(eve)).toEqual([postId])
    await Post.edit(ada, { postId, caption: "Alone" })
    await Comment.edit(ada, { commentId, text: "It is not" })
    expect((await naming(ben)).sort()).toEqual([commentId, postId].sort())
    await Comment.remove(ada, { commentId })
    expect(await naming(ben)).toEqual([postId])
    await Post.remove(ada, { postId })
    expect([await naming(ben), await naming(eve)]).toEqual([[], []])
  },
)

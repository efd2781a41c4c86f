import type { Post } from "../post"
import { Search } from "../search"
import { Tag } from "../tag"
import type { User } from "../user"
import type { Change } from "./stream"

const both = <Row>({ before, after }: Change) =>
  [before, after] as unknown as [Row | undefined, Row | undefined]

/** Tags and the index of words follow what is written. */
export const findPosts = {
  async post(change: Change): Promise<void> {
    const rows = both<Post.PostRow>(change)
    await Promise.all([Tag.hang(...rows), Search.keepPost(...rows)])
  },

  user: (change: Change) => Search.keepPerson(...both<User.UserRow>(change)),

  tag: (change: Change) => Search.keepTag(...both<Tag.TagRow>(change)),
}

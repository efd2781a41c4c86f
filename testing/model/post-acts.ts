import type { UserActor } from "../../core/actor"
import { Bookmark } from "../../core/bookmark"
import { Comment } from "../../core/comment"
import { Draft } from "../../core/draft"
import { Like } from "../../core/like"
import { Post } from "../../core/post"
import type { Visibility } from "../../core/post/post.schema"
import { type Choose, onPost } from "./act"
import type { Posted } from "./model"

const visibilities: readonly Visibility[] = ["public", "public", "followers", "private"]

export const publish: Choose = ({ model, random, photos }, who, actor) => {
  const visibility = random.of(visibilities) ?? "public"
  return {
    name: `${who} posts for ${visibility}`,
    expected: "ok",
    run: async () => {
      const photoId = await photos.get(who)?.()
      if (!photoId) throw new Error("no photo")
      const publication = await Draft.publish(actor, { photos: [{ photoId }], visibility })
      if (publication.status !== "published") throw new Error("the post waits")
      return publication.post.id
    },
    note: (id) => {
      const empty = { likes: new Set<string>(), saved: new Set<string>(), said: new Map() }
      const audience = model.audienceOf(who, visibility)
      model.posts.set(String(id), { id: String(id), by: who, visibility, audience, ...empty })
    },
  }
}

export const widen = onPost(({ model, random }, who, post, actor) => {
  const visibility = random.of(visibilities) ?? "public"
  return {
    name: `${who} makes a post of ${post.by} ${visibility}`,
    expected: who === post.by ? "ok" : "not_found",
    run: () => Post.edit(actor, { postId: post.id, visibility }),
    note: () => Object.assign(post, { visibility, audience: model.audienceOf(who, visibility) }),
  }
})

export const remove = onPost(({ model }, who, post, actor) => {
  if (post.kept) return undefined
  return {
    name: `${who} deletes a post of ${post.by}`,
    expected: who === post.by ? "ok" : "not_found",
    run: () => Post.remove(actor, { postId: post.id }),
    note: () => model.posts.delete(post.id),
  }
})

/** A mark on a post: it is set where one sees it, and can always be taken back. */
const mark = (
  name: string,
  of: (post: Posted) => Set<string>,
  set: (actor: UserActor, input: { postId: string }) => Promise<void>,
  unset: (actor: UserActor, input: { postId: string }) => Promise<void>,
) =>
  onPost(({ model, random }, who, post, actor) => {
    const on = random.below(3) > 0
    const possible = model.sees(who, post) || (!on && of(post).has(who))
    return {
      name: `${who} ${on ? "" : "no longer "}${name} a post of ${post.by}`,
      expected: possible ? "ok" : "not_found",
      run: () => (on ? set : unset)(actor, { postId: post.id }),
      note: () => (on ? of(post).add(who) : of(post).delete(who)),
    }
  })

export const comment = onPost(({ model }, who, post, actor) => ({
  name: `${who} comments on a post of ${post.by}`,
  expected: model.sees(who, post) ? "ok" : "not_found",
  run: () => Comment.write(actor, { postId: post.id, text: "Hello" }),
  note: (made) => {
    const { id } = made as { id: string }
    post.said.set(id, { id, by: who, likes: new Set() })
  },
}))

export const answer = onPost(({ model, random }, who, post, actor) => {
  const to = random.of([...post.said.values()])
  return (
    to && {
      name: `${who} answers ${to.by}`,
      expected: model.hears(who, post, to) ? "ok" : "not_found",
      run: () => Comment.reply(actor, { commentId: to.id, text: "Hello" }),
      note: (made) => {
        const { id } = made as { id: string }
        post.said.set(id, { id, by: who, parent: to.parent ?? to.id, likes: new Set() })
      },
    }
  )
})

export const unsay = onPost(({ model }, who, post, actor) => {
  const said = [...post.said.values()].at(-1)
  return (
    said && {
      name: `${who} deletes what ${said.by} said under a post of ${post.by}`,
      expected: model.hears(who, post, said) && (who === said.by || who === post.by) ? "ok" : "not_found",
      run: () => Comment.remove(actor, { commentId: said.id }),
      note: () => {
        for (const one of post.said.values())
          if (one.id === said.id || one.parent === said.id) post.said.delete(one.id)
      },
    }
  )
})

export const likeComment = onPost(({ model, random }, who, post, actor) => {
  const said = random.of([...post.said.values()])
  if (!said) return undefined
  const on = random.below(3) > 0
  const possible = model.hears(who, post, said) || (!on && said.likes.has(who))
  return {
    name: `${who} ${on ? "likes" : "no longer likes"} what ${said.by} said`,
    expected: possible ? "ok" : "not_found",
    run: () => (on ? Comment.like : Comment.unlike)(actor, { commentId: said.id }),
    note: () => (on ? said.likes.add(who) : said.likes.delete(who)),
  }
})

export const like = mark("likes", ({ likes }) => likes, Like.like, Like.unlike)
export const save = mark("keeps", ({ saved }) => saved, Bookmark.save, Bookmark.unsave)

"use client"

import { MoreButton } from "@/components/people/more-button"
import { useMore } from "@/components/people/use-more"
import type { CommentView } from "@/core/comment/comment.schema"
import type { Page } from "@/core/page.schema"
import type { AuthorView } from "@/core/user/user.schema"
import { CommentItem } from "./comment-item"
import { LazyCommentForm } from "./lazy-comment-form"
import { useCalled } from "./use-called"
import { useTalk } from "./use-talk"
import type { CommentWords } from "./words"

export type ThreadProps = {
  postId: string
  first: Page<CommentView>
  /** Whether something may be said. */
  open: boolean
  me: AuthorView | null
  locale: "en" | "ja"
  /** When the page was made, in milliseconds. */
  now: number
  words: CommentWords
}

const unique = (comments: CommentView[]) => [...new Map(comments.map((one) => [one.id, one])).values()]

/** The comments of a post, the oldest first; what one writes oneself stands at the end at once. */
export function Thread({ postId, first, open, me, locale, now, words }: ThreadProps) {
  const list = useMore<CommentView>(`/api/posts/${postId}/comments`, first)
  const talk = useTalk({ list, postId, me, words })
  const called = useCalled(list.items)
  // One from a later page stands at the end until that page is there.
  const ahead = called && !list.items.some(({ id }) => id === called.root.id) ? [called.root] : []
  const shown = unique([...list.items, ...ahead, ...talk.written])
  const context = { called, open: open && me !== null, me, locale, now, words }
  return (
    <>
      {shown.length > 0 && (
        <ol className="stack stack--16">
          {shown.map((comment) => (
            <CommentItem key={comment.id} comment={comment} onGone={talk.forget} {...context} />
          ))}
        </ol>
      )}
      {shown.length === 0 && list.nextCursor === null && open && <p className="faint">{words.none}</p>}
      {list.nextCursor !== null && <MoreButton state={list.state} more={list.more} words={words} />}
      <p className="vh" role="status">
        {talk.said}
      </p>
      {open && me && (
        <LazyCommentForm me={me} label={words.label} words={words} send={talk.write} act={words.send} />
      )}
    </>
  )
}

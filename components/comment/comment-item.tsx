"use client"

import { useState } from "react"
import { fill } from "@/components/post/words"
import { Avatar } from "@/components/ui/avatar"
import { RichText } from "@/components/ui/rich-text"
import { timeAgo } from "@/components/ui/time-ago"
import type { CommentView } from "@/core/comment/comment.schema"
import { Link } from "@/i18n/navigation"
import { CommentActs } from "./comment-acts"
import { CommentLike } from "./comment-like"
import { LazyCommentForm } from "./lazy-comment-form"
import { Replies } from "./replies"
import type { ThreadProps } from "./thread"
import { type Called, useCalledPlace } from "./use-called"
import { useComment } from "./use-comment"
import { isPending } from "./use-talk"

export type Context = Pick<ThreadProps, "me" | "locale" | "now" | "words"> & {
  /** Whether this reader may say something. */
  open: boolean
  /** The comment that the address names. */
  called: Called | undefined
}

type Props = Context & {
  comment: CommentView
  onGone: (id: string) => void
  /** Answers beside this one, where it is an answer itself. */
  onReply?: (text: string) => Promise<boolean>
}

/** One comment: who, when, the words, and what can be done with it; below it the answers. */
export function CommentItem({ comment: given, onGone, onReply, ...context }: Props) {
  const { open, called, me, locale, now, words } = context
  const { comment, edit } = useComment(given, words)
  const [mode, setMode] = useState<"reading" | "answering" | "editing">("reading")
  const { author, parentId } = comment
  const profile = `/u/${author.handle}`
  const read = () => setMode("reading")
  const isReply = parentId !== undefined
  const isCalled = called?.id === comment.id
  const place = useCalledPlace(isCalled)
  return (
    <li
      ref={place}
      id={comment.id}
      className={`cmt ${isReply ? "cmt--reply" : ""} ${isCalled ? "cmt--called" : ""}`}
      tabIndex={isCalled ? -1 : undefined}
      aria-busy={isPending(comment)}
    >
      {comment.guest !== undefined ? (
        <span className="cmt__who">
          <Avatar person={author} size="sm" />
        </span>
      ) : (
        !comment.deleted && (
          <Link href={profile} tabIndex={-1} aria-hidden="true" className="cmt__who">
            <Avatar person={author} size="sm" />
          </Link>
        )
      )}
      <div className="cmt__body">
        {comment.deleted ? (
          <span className="muted">{words.erased}</span>
        ) : comment.guest !== undefined ? (
          <>
            <span className="med" dir="auto">
              {author.name}
            </span>{" "}
            <span className="faint xs">{words.guest}</span>
          </>
        ) : (
          <Link className="med post__author" href={profile} dir="auto">
            {author.name}
          </Link>
        )}{" "}
        <time className="faint xs" dateTime={comment.createdAt}>
          {timeAgo(comment.createdAt, Math.max(now, Date.parse(comment.createdAt)), locale)}
        </time>
        {mode === "editing" && me ? (
          <LazyCommentForm
            me={me}
            label={words.editLabel}
            act={words.save}
            words={words}
            initial={comment.text}
            onCancel={read}
            send={async (text) => {
              const done = await edit(text)
              if (done) read()
              return done
            }}
          />
        ) : (
          <p className="caption" dir="auto">
            <RichText text={comment.text} />
          </p>
        )}
      </div>
      {!isPending(comment) && !comment.deleted && (
        <>
          <CommentLike comment={comment} signedIn={me !== null} words={words} />
          {mode !== "editing" && (
            <CommentActs
              comment={comment}
              canReply={open && !comment.decision}
              signedIn={me !== null}
              locale={locale}
              words={words}
              onReply={() => setMode("answering")}
              onEdit={() => setMode("editing")}
              onGone={onGone}
            />
          )}
        </>
      )}
      {mode === "answering" && me && onReply && (
        <div className="cmt__below">
          <LazyCommentForm
            me={me}
            label={fill(words.replyLabel, "name", author.name)}
            act={words.reply}
            words={words}
            onCancel={read}
            send={async (text) => {
              read()
              return onReply(text)
            }}
          />
        </div>
      )}
      {!isReply && (
        <Replies
          comment={comment}
          answering={mode === "answering"}
          onAnswered={read}
          onCancel={read}
          {...context}
        />
      )}
    </li>
  )
}

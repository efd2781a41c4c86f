"use client"

import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useRef, useState } from "react"
import { fill } from "@/components/post/words"
import { Avatar } from "@/components/ui/avatar"
import type { AuthorView } from "@/core/user/user.schema"
import type { CommentWords } from "./words"

type Props = {
  me: AuthorView
  label: string
  /** What the button says. */
  act: string
  words: CommentWords
  /** Sends the words; false gives them back. */
  send: (text: string) => Promise<boolean>
  initial?: string
  /** Where it can be left again, and takes the focus when it opens. */
  onCancel?: () => void
}

const most = 1000
// From here on it is told how many are left.
const near = 900

/** A field for a comment: it grows with its words; Ctrl or ⌘ with Enter sends them. */
export function CommentForm({ me, label, act, words, send, initial = "", onCancel }: Props) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(initial)
  const length = [...text.trim()].length
  const sendable = length > 0 && length <= most

  useEffect(() => {
    if (onCancel) field.current?.focus()
  }, [onCancel])

  const submit = async (event?: SubmitEvent) => {
    event?.preventDefault()
    if (!sendable) return
    const words = text.trim()
    setText("")
    if (!(await send(words))) setText((now) => now || words)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit()
    if (event.key === "Escape") onCancel?.()
  }
  return (
    <form className="composer" onSubmit={submit}>
      <Avatar person={me} size="sm" />
      <div className="composer__field">
        <label className="vh" htmlFor={id}>
          {label}
        </label>
        <textarea
          ref={field}
          className="input"
          id={id}
          rows={1}
          dir="auto"
          placeholder={words.placeholder}
          value={text}
          aria-describedby={`${id}-left`}
          aria-invalid={length > most}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {(text !== "" || onCancel) && (
          <div className="composer__do">
            <span id={`${id}-left`} className="faint xs num" aria-live="polite">
              {length >= near && fill(words.left, "count", most - length)}
            </span>
            {onCancel && (
              <button type="button" className="btn btn--quiet btn--sm" onClick={onCancel}>
                {words.cancel}
              </button>
            )}
            <button type="submit" className="btn btn--primary btn--sm" disabled={!sendable}>
              {act}
            </button>
          </div>
        )}
      </div>
    </form>
  )
}

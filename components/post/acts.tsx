"use client"

import { Bookmark, Heart, MessageSquare, Share } from "lucide-react"
import { useState } from "react"
import { talk } from "@/components/api/talk"
import { ProblemError } from "@/components/api-call"
import { toast } from "@/components/ui/toast"
import type { PostView } from "@/core/post/post.schema"
import { getPathname, Link, useLocale } from "@/i18n/navigation"
import type { ActsWords } from "./acts-words"
import { useKeys } from "./use-keys"
import { useLike } from "./use-like"
import { fill } from "./words"

type Props = {
  post: Pick<PostView, "id" | "counts" | "viewer">
  /** Visitors are led to sign in, and back to the post. */
  signedIn: boolean
  words: ActsWords
  /** Whether `l` likes: where the page is about this post. */
  keys?: boolean
}

/** What one may do with a post: like it, say something, hand it on, keep it. */
export function Acts({ post, signedIn, words, keys = false }: Props) {
  const { id, counts, viewer } = post
  const page = `/p/${id}`
  const locale = useLocale()
  const { liked, likes, toggle } = useLike(
    id,
    { liked: viewer.liked, likes: counts.likes },
    words.unreachable,
  )
  useKeys(keys && signedIn ? { l: () => document.querySelector("dialog[open]") ?? toggle() } : {})
  const signIn = { pathname: "/signin", query: { next: page } }
  return (
    <div className="acts">
      {signedIn ? (
        <button type="button" className="act" aria-pressed={liked} aria-label={words.like} onClick={toggle}>
          <Heart className="i heart" aria-hidden="true" />
        </button>
      ) : (
        <Link className="act" href={signIn} aria-label={words.like}>
          <Heart className="i" aria-hidden="true" />
        </Link>
      )}
      {likes > 0 && (
        <Link
          className="act act--count"
          href={`${page}/likes`}
          data-liked={liked || undefined}
          aria-label={fill(words.likes, "count", likes)}
        >
          {likes}
        </Link>
      )}
      <Link
        className="act"
        href={`${page}#comments`}
        aria-label={fill(words.comments, "count", counts.comments)}
      >
        <MessageSquare className="i" aria-hidden="true" />
        {counts.comments > 0 && <span>{counts.comments}</span>}
      </Link>
      <button
        type="button"
        className="act"
        aria-label={words.share}
        onClick={() => share(getPathname({ href: page, locale }), words)}
      >
        <Share className="i" aria-hidden="true" />
      </button>
      <span className="acts__end">
        {signedIn ? (
          <SaveButton postId={id} from={viewer.saved} words={words} />
        ) : (
          <Link className="act" href={signIn} aria-label={words.save}>
            <Bookmark className="i" aria-hidden="true" />
          </Link>
        )}
      </span>
    </div>
  )
}

function SaveButton({ postId, from, words }: { postId: string; from: boolean; words: ActsWords }) {
  const [saved, setSaved] = useState(from)
  const [busy, setBusy] = useState(false)
  const toggle = async () => {
    setBusy(true)
    setSaved(!saved)
    try {
      await talk.save(postId, !saved)
      toast(saved ? words.unsaved : words.saved)
    } catch (error) {
      setSaved(saved)
      toast((error instanceof ProblemError && error.detail) || words.unreachable)
    }
    setBusy(false)
  }
  return (
    <button
      type="button"
      className="act"
      aria-pressed={saved}
      aria-label={words.save}
      onClick={busy ? undefined : toggle}
    >
      <Bookmark className="i" aria-hidden="true" />
    </button>
  )
}

/** Hands on the address as the device does it; where it has no way of its own, it is copied. */
async function share(path: string, words: ActsWords) {
  const url = new URL(path, window.location.origin).href
  try {
    if (navigator.share) await navigator.share({ url })
    else {
      await navigator.clipboard.writeText(url)
      toast(words.copied)
    }
  } catch (error) {
    // Whoever closes the device's own dialog has decided.
    if (!(error instanceof DOMException && error.name === "AbortError")) toast(words.copyFailed)
  }
}

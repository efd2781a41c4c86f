"use client"

import { useState } from "react"
import { drafts } from "@/components/api/posts"
import { ProblemError } from "@/components/api-call"
import { Ask } from "@/components/ui/ask"
import { toast } from "@/components/ui/toast"
import { useRouter } from "@/i18n/navigation"

export type DraftActsWords = Record<
  | "publish"
  | "published"
  | "waiting"
  | "discard"
  | "discardTitle"
  | "discardText"
  | "keep"
  | "discarded"
  | "unreachable",
  string
>

type Props = {
  draftId: string
  /** Whether it can be published as it is. */
  whole: boolean
  /** What it is called, for those who do not see it beside. */
  name: string
  words: DraftActsWords
}

/** What one may do with a draft without opening it. */
export function DraftActs({ draftId, whole, name, words }: Props) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const say = (error: unknown) => toast((error instanceof ProblemError && error.detail) || words.unreachable)

  const publish = async () => {
    setBusy(true)
    try {
      const publication = await drafts.publish(draftId)
      const done = publication.status === "published"
      toast(done ? words.published : words.waiting)
      router.push(done ? `/p/${publication.post.id}` : `/drafts/${draftId}`)
      router.refresh()
    } catch (error) {
      say(error)
      setBusy(false)
    }
  }
  const discard = async () => {
    try {
      await drafts.remove(draftId)
      toast(words.discarded)
      router.refresh()
    } catch (error) {
      say(error)
    }
    setAsking(false)
  }
  return (
    <>
      {whole && (
        <button
          type="button"
          className="btn btn--line btn--sm"
          aria-disabled={busy}
          onClick={busy ? undefined : publish}
        >
          {busy && <span className="spin" aria-hidden="true" />}
          {words.publish}
          <span className="vh">: {name}</span>
        </button>
      )}
      <button type="button" className="btn btn--danger-quiet btn--sm" onClick={() => setAsking(true)}>
        {words.discard}
        <span className="vh">: {name}</span>
      </button>
      <Ask
        open={asking}
        onClose={() => setAsking(false)}
        title={words.discardTitle}
        text={words.discardText}
        keep={words.keep}
        act={words.discard}
        onAct={discard}
      />
    </>
  )
}

import { useState } from "react"
import { talk } from "@/components/api/talk"
import { ProblemError } from "@/components/api-call"
import { toast } from "@/components/ui/toast"
import type { CommentView } from "@/core/comment/comment.schema"
import type { AuthorView } from "@/core/user/user.schema"
import type { CommentWords } from "./words"

type Options = {
  list: { items: CommentView[]; without: (id: string) => void }
  postId: string
  me: AuthorView | null
  words: CommentWords
}

/** A comment that is on its way has an id of its own, which no server knows. */
const pending = "pending-"
export const isPending = ({ id }: CommentView) => id.startsWith(pending)

/**
 * Writing comments: each stands there at once, and goes again, back into the field, when it is refused.
 * @returns what was written, `write`, and `forget` for what was deleted
 */
export function useTalk({ list, postId, me, words }: Options) {
  const [mine, setMine] = useState<CommentView[]>([])
  const [said, setSaid] = useState("")
  const known = new Set(list.items.map(({ id }) => id))
  const drop = (id: string) => setMine((now) => now.filter((comment) => comment.id !== id))

  const write = async (text: string): Promise<boolean> => {
    if (!me) return false
    const draft = draftOf(postId, me, text)
    setMine((now) => [...now, draft])
    try {
      const made = await talk.comment(postId, text)
      setMine((now) => now.map((comment) => (comment.id === draft.id ? made : comment)))
      setSaid(words.written)
      return true
    } catch (error) {
      drop(draft.id)
      toast(refusal(error, words))
      return false
    }
  }
  const forget = (id: string) => {
    list.without(id)
    drop(id)
    setSaid(words.deleted)
  }
  return { written: mine.filter(({ id }) => !known.has(id)), said, write, forget }
}

export const draftOf = (
  postId: string,
  author: AuthorView,
  text: string,
  parentId?: string,
): CommentView => ({
  id: `${pending}${crypto.randomUUID()}`,
  postId,
  ...(parentId ? { parentId } : {}),
  author,
  text,
  createdAt: new Date().toISOString(),
  counts: { likes: 0, replies: 0 },
  viewer: { own: true, liked: false, mayDelete: false },
})

/** Why something was refused: under the field where the server says so, else its sentence. */
export const refusal = (error: unknown, words: CommentWords) =>
  (error instanceof ProblemError && (error.errors[0]?.message ?? error.detail)) || words.unreachable

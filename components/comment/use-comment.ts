import { useState } from "react"
import { talk } from "@/components/api/talk"
import { toast } from "@/components/ui/toast"
import type { CommentView } from "@/core/comment/comment.schema"
import { refusal } from "./use-talk"
import type { CommentWords } from "./words"

/** A comment as it is now, with the way to change its words: they show at once, and are undone when refused. */
export function useComment(given: CommentView, words: CommentWords) {
  const [changed, setChanged] = useState<Partial<CommentView>>({})
  const comment = { ...given, ...changed }

  const edit = async (text: string): Promise<boolean> => {
    const before = changed
    setChanged({ ...changed, text })
    try {
      const { text: now, editedAt } = await talk.edit(given.id, text)
      setChanged({ ...changed, text: now, editedAt })
      return true
    } catch (error) {
      setChanged(before)
      toast(refusal(error, words))
      return false
    }
  }
  return { comment, edit }
}

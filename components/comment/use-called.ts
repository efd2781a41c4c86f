import { useEffect, useRef, useState } from "react"
import { talk } from "@/components/api/talk"
import type { CommentView } from "@/core/comment/comment.schema"

/** The comment that the address names, `#cmt_…`; an answer with what it answers. */
export type Called = { id: string; root: CommentView; reply?: CommentView }

/**
 * Finds the comment that the address names: on the page, or else at the server, where it stands on a later page of the
 * list or is an answer. One that is gone is not looked for any further.
 * @param known the comments on the page
 */
export function useCalled(known: readonly CommentView[]): Called | undefined {
  const [called, setCalled] = useState<Called>()
  const here = useRef(known)
  here.current = known

  useEffect(() => {
    const find = async (id: string) => here.current.find((one) => one.id === id) ?? (await talk.read(id))
    const look = async () => {
      const id = location.hash.slice(1)
      if (!id.startsWith("cmt_")) return setCalled(undefined)
      try {
        const comment = await find(id)
        const { parentId } = comment
        setCalled(parentId ? { id, root: await find(parentId), reply: comment } : { id, root: comment })
      } catch {
        setCalled(undefined)
      }
    }
    void look()
    addEventListener("hashchange", look)
    return () => removeEventListener("hashchange", look)
  }, [])
  return called
}

/** Brings the comment that is called into view, once it stands there. */
export function useCalledPlace(isCalled: boolean) {
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!isCalled) return
    place.current?.scrollIntoView({ block: "center" })
    place.current?.focus({ preventScroll: true })
  }, [isCalled])
  return place
}

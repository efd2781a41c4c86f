"use client"

import { lazy, Suspense, useState } from "react"
import type { EditHistoryWords } from "./edit-history"

const EditHistory = lazy(() => import("./edit-history").then((module) => ({ default: module.EditHistory })))

type Props = { postId: string; edited: string; words: EditHistoryWords }

/** Says that a post was changed after it was published; pressed, it shows the earlier captions. */
export function EditedMark({ postId, edited, words }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="edited underline-offset-3 hover:underline"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {edited}
      </button>
      {open && (
        <Suspense>
          <EditHistory postId={postId} words={words} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

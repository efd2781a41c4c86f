"use client"

import { type ComponentProps, lazy, Suspense } from "react"
import type { CommentForm as Form } from "./comment-form"

const CommentForm = lazy(() => import("./comment-form").then((module) => ({ default: module.CommentForm })))

/** The field for a comment, fetched by members alone: visitors cannot write. */
export function LazyCommentForm(props: ComponentProps<typeof Form>) {
  return (
    <Suspense>
      <CommentForm {...props} />
    </Suspense>
  )
}

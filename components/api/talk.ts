import type { CommentHistory, CommentView } from "@/core/comment/comment.schema"
import type { Page } from "@/core/page.schema"
import { call } from "../api-call"

/** What one says about posts and comments. Every call throws a ProblemError when it is refused. */
export const talk = {
  like: (postId: string, liked: boolean) => call<void>(liked ? "PUT" : "DELETE", `/api/posts/${postId}/like`),
  save: (postId: string, saved: boolean) =>
    call<void>(saved ? "PUT" : "DELETE", `/api/posts/${postId}/bookmark`),
  comment: (postId: string, text: string) =>
    call<CommentView>("POST", `/api/posts/${postId}/comments`, { text }),
  read: (commentId: string) => call<CommentView>("GET", `/api/comments/${commentId}`),
  reply: (commentId: string, text: string) =>
    call<CommentView>("POST", `/api/comments/${commentId}/replies`, { text }),
  replies: (commentId: string, cursor?: string) =>
    call<Page<CommentView>>(
      "GET",
      `/api/comments/${commentId}/replies${cursor ? `?${new URLSearchParams({ cursor })}` : ""}`,
    ),
  edit: (commentId: string, text: string) =>
    call<CommentView>("PATCH", `/api/comments/${commentId}`, { text }),
  remove: (commentId: string) => call<void>("DELETE", `/api/comments/${commentId}`),
  history: (commentId: string) => call<CommentHistory>("GET", `/api/comments/${commentId}/history`),
  likeComment: (commentId: string, liked: boolean) =>
    call<void>(liked ? "PUT" : "DELETE", `/api/comments/${commentId}/like`),
}

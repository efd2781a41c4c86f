import type { PostView } from "@/core/post/post.schema"

/** Whether a post's photos are covered until the reader chooses to see them; one's own never are. */
export const isCovered = ({ contentWarning, viewer }: Pick<PostView, "contentWarning" | "viewer">) =>
  Boolean(contentWarning) && !viewer.own

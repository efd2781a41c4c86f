import type { PostView } from "@/core/post/post.schema"
import type { LinkedPost } from "@/core/share/share.schema"

/** What a link shows, as the parts of a post's page take it: nobody's likes are in it. */
export const asPost = ({ guest, ...post }: LinkedPost): PostView => ({
  ...post,
  visibility: "private",
  audience: "private",
  unlisted: true,
  commentsAllowed: false,
  counts: { likes: 0, comments: 0 },
  viewer: { own: false, liked: false, saved: false },
})

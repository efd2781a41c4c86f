import { orNotFound } from "@/app/_server/page"
import { ClientMessages } from "@/components/client-messages"
import { GuestWords } from "@/components/share/guest-words"
import { Guest } from "@/core/guest"
import { Post } from "@/core/post"
import type { LinkedPost } from "@/core/share/share.schema"
import { type Asked, guestOf } from "./opened"

type Props = { token: string; as: Asked["as"]; post: LinkedPost }

/** What guests said under a post, and the way to say something; for who sees the post by themselves, a way there. */
export async function Words({ token, as, post }: Props) {
  const actor = await guestOf(token, as)
  const [page, isKnown] = await Promise.all([
    orNotFound(Guest.comments(actor, { token, postId: post.id, limit: 50 })),
    actor.kind === "user" && Post.isVisible(actor, post.id),
  ])
  const way = !post.commentsAllowed ? "closed" : isKnown ? "member" : "guest"
  return (
    <ClientMessages of={["share", "api"]}>
      <GuestWords token={token} postId={post.id} author={post.author.name} page={page} way={way} />
    </ClientMessages>
  )
}

import { getTranslations } from "next-intl/server"
import { ifSeen, linksOfPost } from "@/app/_server/looking"
import { site } from "@/app/_server/site"
import { PostAside } from "@/components/post/post-aside"
import { PostPhotos } from "@/components/post/post-photos"
import { Album } from "@/core/album"
import { Comment } from "@/core/comment"
import { Follow } from "@/core/follow"
import { Post } from "@/core/post"
import { User } from "@/core/user"
import type { Viewing } from "@/core/viewing"
import { LookedFrame } from "../../looked-frame"

type Props = { look: Viewing.Look; owner: Parameters<typeof User.me>[0]; postId: string }

/** One's own post as somebody else sees it. */
export async function LookedPost({ look, owner, postId }: Props) {
  const { actor, person, asked } = look
  const path = `/p/${postId}`
  const [post, links, t] = await Promise.all([
    ifSeen(Post.get(actor, { postId })),
    linksOfPost(postId),
    getTranslations("post"),
  ])
  if (!post) return <LookedFrame look={look} path={path} links={links} />
  const [comments, tieOf, albums, me] = await Promise.all([
    Comment.list(actor, { postId }),
    Follow.ties(actor, [post.author.id], false),
    ifSeen(Album.ofPost(actor, { postId })),
    User.me(owner, {}),
  ])
  const viewer = actor.kind === "user" ? (person ?? me) : null
  return (
    <LookedFrame look={look} path={path} links={links} className="stage">
      <h1 className="vh">{t("title", { count: post.photos.length, name: post.author.name })}</h1>
      <PostPhotos post={post} signedIn={false} />
      <PostAside
        post={post}
        siteUrl={site.url}
        viewer={viewer}
        tie={tieOf(post.author.id)}
        albums={albums?.items}
        comments={comments}
        query={{ as: asked }}
        keys={false}
      />
    </LookedFrame>
  )
}

import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { currentActor } from "@/app/_server/actor"
import { lookAt } from "@/app/_server/looking"
import { imagesOf } from "@/app/_server/outside/post-facts"
import { orNotFound } from "@/app/_server/page"
import { site } from "@/app/_server/site"
import { PostAside } from "@/components/post/post-aside"
import { PostPhotos } from "@/components/post/post-photos"
import { PostNotice } from "@/components/safety/post-notice"
import { Album } from "@/core/album"
import { Comment } from "@/core/comment"
import { Follow } from "@/core/follow"
import { Post } from "@/core/post"
import { User } from "@/core/user"
import { redirect } from "@/i18n/navigation"
import { PageFrame } from "../../page-frame"
import { pageMetadata } from "../../page-metadata"
import { LookedPost } from "./looked-post"

type Props = {
  params: Promise<{ locale: string; postId: string }>
  searchParams: Promise<{ as?: string }>
}

const postOf = cache(async (postId: string) => orNotFound(Post.get(await currentActor(), { postId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, postId } = await params
  if (isDraft(postId)) return {}
  const [post, t] = await Promise.all([postOf(postId), getTranslations("post")])
  const { name } = post.author
  const title = t("title", { count: post.photos.length, name })
  const open = post.audience === "public"
  return pageMetadata({
    locale,
    path: `/p/${post.id}`,
    title,
    description: firstLine(post.caption) || t("description", { name, site: site.name }),
    image: imagesOf(post, title)[0],
    type: "article",
    embeddable: open,
    unlisted: !open || post.unlisted,
  })
}

/** Whether it is a post in the making: a page of its own, so that this one needs none of its script. */
const isDraft = (id: string) => id.startsWith("dft_")

const firstLine = (caption: string) => caption.split("\n")[0]?.slice(0, 200)

export default async function PostPage({ params, searchParams }: Props) {
  const [{ locale, postId }, { as = "" }] = await Promise.all([params, searchParams])
  if (isDraft(postId)) redirect({ href: `/drafts/${postId}`, locale })
  const actor = await currentActor()
  const look = as && (await lookAt((await postOf(postId)).author.id, as))
  if (look) return <LookedPost look={look} owner={actor} postId={postId} />
  const [post, tieOf, comments, albums, viewer, t] = await Promise.all([
    postOf(postId),
    postOf(postId).then(({ author }) => Follow.ties(actor, [author.id], false)),
    orNotFound(Comment.list(actor, { postId })),
    orNotFound(Album.ofPost(actor, { postId })),
    actor.kind === "user" ? User.me(actor, {}) : null,
    getTranslations("post"),
  ])
  return (
    <PageFrame className="stage">
      <h1 className="vh">{t("title", { count: post.photos.length, name: post.author.name })}</h1>
      <PostNotice post={post} />
      <PostPhotos post={post} signedIn={viewer !== null} />
      <PostAside
        post={post}
        siteUrl={site.url}
        viewer={viewer}
        tie={tieOf(post.author.id)}
        albums={albums.items}
        comments={comments}
      />
    </PageFrame>
  )
}

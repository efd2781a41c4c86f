import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { currentActor } from "@/app/_server/actor"
import { orNotFound } from "@/app/_server/page"
import { site } from "@/app/_server/site"
import { PostAside } from "@/components/post/post-aside"
import { PostPhotos } from "@/components/post/post-photos"
import { Comment } from "@/core/comment"
import { Post } from "@/core/post"
import type { PostView } from "@/core/post/post.schema"
import { User } from "@/core/user"
import { redirect } from "@/i18n/navigation"
import { PageFrame } from "../../page-frame"
import { pageMetadata } from "../../page-metadata"

type Props = { params: Promise<{ locale: string; postId: string }> }

const postOf = cache(async (postId: string) => orNotFound(Post.get(await currentActor(), { postId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, postId } = await params
  if (isDraft(postId)) return {}
  const [post, t] = await Promise.all([postOf(postId), getTranslations("post")])
  const { name } = post.author
  const title = t("title", { count: post.photos.length, name })
  return {
    ...pageMetadata({
      locale,
      path: `/p/${post.id}`,
      title,
      description: firstLine(post.caption) || t("description", { name, site: site.name }),
      image: post.visibility === "public" ? cover(post, title) : undefined,
      type: "article",
    }),
    robots: post.visibility === "public" ? undefined : { index: false },
  }
}

/** Whether it is a post in the making: a page of its own, so that this one needs none of its script. */
const isDraft = (id: string) => id.startsWith("dft_")

const firstLine = (caption: string) => caption.split("\n")[0]?.slice(0, 200)

/** The 1280 JPEG of the first photo: what other sites show beside a link. */
function cover({ photos: [photo] }: PostView, title: string) {
  const jpeg = photo?.variants
    .filter(({ type }) => type === "image/jpeg")
    .reduce((a, b) => (b.width > a.width ? b : a))
  return jpeg && { url: jpeg.url, width: jpeg.width, height: jpeg.height, alt: photo?.altText || title }
}

export default async function PostPage({ params }: Props) {
  const { locale, postId } = await params
  if (isDraft(postId)) redirect({ href: `/drafts/${postId}`, locale })
  const actor = await currentActor()
  const [post, comments, viewer, t] = await Promise.all([
    postOf(postId),
    orNotFound(Comment.list(actor, { postId })),
    actor.kind === "user" ? User.me(actor, {}) : null,
    getTranslations("post"),
  ])
  return (
    <PageFrame className="stage">
      <h1 className="vh">{t("title", { count: post.photos.length, name: post.author.name })}</h1>
      <PostPhotos post={post} signedIn={viewer !== null} />
      <PostAside post={post} siteUrl={site.url} viewer={viewer} comments={comments} />
    </PageFrame>
  )
}

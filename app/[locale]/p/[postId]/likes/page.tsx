import { Heart } from "lucide-react"
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { currentActor } from "@/app/_server/actor"
import { orNotFound } from "@/app/_server/page"
import { Likers } from "@/components/post/likers"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { Like } from "@/core/like"
import { Post } from "@/core/post"
import type { Locale } from "@/core/user/user.schema"
import { Link } from "@/i18n/navigation"
import { PageFrame } from "../../../page-frame"

type Props = {
  params: Promise<{ locale: Locale; postId: string }>
  searchParams: Promise<{ cursor?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("post")
  return { title: t("likersTitle"), robots: { index: false } }
}

/** Who likes a post. */
export default async function LikesPage({ params, searchParams }: Props) {
  const [{ locale, postId }, { cursor }, actor, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getTranslations("post"),
  ])
  const [post, page] = await Promise.all([
    orNotFound(Post.get(actor, { postId })),
    orNotFound(Like.likers(actor, { postId, cursor })),
  ])
  const label = t("likersOf", { name: post.author.name })
  return (
    <PageFrame className="page page--text">
      <div className="stack stack--16">
        <div className="stack stack--4">
          <h1 className="h-page">{t("likersTitle")}</h1>
          <Link className="link muted justify-self-start" href={`/p/${postId}`}>
            {t("back")}
          </Link>
        </div>
        {page.items.length > 0 ? (
          <Likers postId={postId} label={label} page={page} locale={locale} member={actor.kind === "user"} />
        ) : (
          <Blank
            frame={
              <Frame>
                <Heart className="i i--lg" aria-hidden="true" />
              </Frame>
            }
            heading={t("likersEmpty")}
            text={t("likersEmptyText")}
          />
        )}
      </div>
    </PageFrame>
  )
}

import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { currentActor } from "@/app/_server/actor"
import { orNotFound } from "@/app/_server/page"
import { site } from "@/app/_server/site"
import { PostRows } from "@/components/feed/post-rows"
import { NoPosts } from "@/components/profile/no-posts"
import { ProfileHead } from "@/components/profile/profile-head"
import { Post } from "@/core/post"
import { User } from "@/core/user"
import type { Locale } from "@/core/user/user.schema"
import { PageFrame } from "../../page-frame"
import { pageMetadata } from "../../page-metadata"

type Props = {
  params: Promise<{ locale: Locale; handle: string }>
  searchParams: Promise<{ cursor?: string }>
}

const userOf = cache(async (handle: string) => orNotFound(User.get(await currentActor(), { handle })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, handle } = await params
  const [user, t] = await Promise.all([userOf(handle), getTranslations("profile")])
  return pageMetadata({
    locale,
    path: `/u/${user.handle}`,
    title: `${user.name} (@${user.handle})`,
    description: user.bio || t("description", { name: user.name, handle: user.handle, site: site.name }),
    type: "profile",
  })
}

export default async function ProfilePage({ params, searchParams }: Props) {
  const [{ locale, handle }, { cursor }, actor] = await Promise.all([params, searchParams, currentActor()])
  const [user, page] = await Promise.all([userOf(handle), orNotFound(Post.byUser(actor, { handle, cursor }))])
  const own = actor.kind === "user" && actor.userId === user.id
  return (
    <PageFrame current={own ? "you" : undefined} className="wide">
      <ProfileHead user={user} own={own} />
      {page.items.length > 0 ? (
        <div className="bleed">
          <PostRows
            page={page}
            source={{ api: `/api/users/${user.handle}/posts`, path: `/u/${user.handle}` }}
            locale={locale}
            showAuthor={false}
          />
        </div>
      ) : (
        <NoPosts name={user.name} own={own} />
      )}
    </PageFrame>
  )
}

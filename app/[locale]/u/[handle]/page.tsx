import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { avatarImage, imagesOf } from "@/app/_server/outside/post-facts"
import { site } from "@/app/_server/site"
import type { Locale } from "@/core/user/user.schema"
import { pageMetadata } from "../../page-metadata"
import { postsOf, profileAt } from "./profile"
import { ProfilePage } from "./profile-page"

type Props = {
  params: Promise<{ locale: Locale; handle: string }>
  searchParams: Promise<{ cursor?: string; as?: string }>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [at, { cursor }] = await Promise.all([params, searchParams])
  const [user, t] = await Promise.all([profileAt(at, "", cursor), getTranslations("profile")])
  const { name, handle, bio } = user
  const { items } = await postsOf(handle, "posts", cursor)
  return pageMetadata({
    locale: at.locale,
    path: `/u/${handle}`,
    title: `${name} (@${handle})`,
    description: bio || t("description", { name, handle, site: site.name }),
    image: avatarImage(user) ?? items.flatMap((post) => imagesOf(post, name))[0],
    type: "profile",
    channel: user.private ? undefined : `/u/${handle}`,
    unlisted: user.unlisted,
  })
}

/** A person's posts. */
export default async function PostsPage({ params, searchParams }: Props) {
  const [at, { cursor, as }] = await Promise.all([params, searchParams])
  const user = await profileAt(at, "", cursor)
  return <ProfilePage user={user} tab="posts" locale={at.locale} cursor={cursor} as={as} />
}

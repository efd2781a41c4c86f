import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import type { Locale } from "@/core/user/user.schema"
import { pageMetadata } from "../../../page-metadata"
import { PeoplePage } from "../people-page"
import { profileAt } from "../profile"

type Props = {
  params: Promise<{ locale: Locale; handle: string }>
  searchParams: Promise<{ cursor?: string }>
}

const below = "/following"

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [at, { cursor }] = await Promise.all([params, searchParams])
  const [user, t] = await Promise.all([profileAt(at, below, cursor), getTranslations("people")])
  const { name, handle, unlisted } = user
  return pageMetadata({
    locale: at.locale,
    path: `/u/${handle}${below}`,
    title: t("followingTitle", { name }),
    description: t("followingDescription", { name, handle, site: site.name }),
    type: "profile",
    unlisted,
  })
}

/** Whom a person follows. */
export default async function FollowingPage({ params, searchParams }: Props) {
  const [at, { cursor }] = await Promise.all([params, searchParams])
  const user = await profileAt(at, below, cursor)
  return <PeoplePage user={user} tab="following" locale={at.locale} cursor={cursor} />
}

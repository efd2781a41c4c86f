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

const below = "/followers"

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [at, { cursor }] = await Promise.all([params, searchParams])
  const [user, t] = await Promise.all([profileAt(at, below, cursor), getTranslations("people")])
  const { name, handle, unlisted } = user
  return pageMetadata({
    locale: at.locale,
    path: `/u/${handle}${below}`,
    title: t("followersTitle", { name }),
    description: t("followersDescription", { name, handle, site: site.name }),
    type: "profile",
    unlisted,
  })
}

/** Who follows a person. */
export default async function FollowersPage({ params, searchParams }: Props) {
  const [at, { cursor }] = await Promise.all([params, searchParams])
  const user = await profileAt(at, below, cursor)
  return <PeoplePage user={user} tab="followers" locale={at.locale} cursor={cursor} />
}

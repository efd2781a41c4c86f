import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import type { Locale } from "@/core/user/user.schema"
import { pageMetadata } from "../../../page-metadata"
import { profileAt } from "../profile"
import { ProfilePage } from "../profile-page"

type Props = {
  params: Promise<{ locale: Locale; handle: string }>
  searchParams: Promise<{ cursor?: string; as?: string }>
}

const below = "/described"

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [at, { cursor }] = await Promise.all([params, searchParams])
  const [user, t] = await Promise.all([profileAt(at, below, cursor), getTranslations("profile")])
  const { name, handle, unlisted } = user
  return pageMetadata({
    locale: at.locale,
    path: `/u/${handle}${below}`,
    title: t("describedTitle", { name }),
    description: t("describedDescription", { name }),
    type: "profile",
    unlisted,
  })
}

/** Those of a person's posts all of whose photos are described in words. */
export default async function DescribedPage({ params, searchParams }: Props) {
  const [at, { cursor, as }] = await Promise.all([params, searchParams])
  const user = await profileAt(at, below, cursor)
  return <ProfilePage user={user} tab="described" locale={at.locale} cursor={cursor} as={as} />
}

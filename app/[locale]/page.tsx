import { currentActor } from "@/app/_server/actor"
import type { Locale } from "@/core/user/user.schema"
import ExplorePage from "./explore/page"
import { HomePage } from "./home-page"

export { generateMetadata } from "./explore/page"

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ cursor?: string }> }

/** The first page: home for members; for visitors explore, which the CDN may keep. */
export default async function FirstPage(props: Props) {
  const [{ locale }, { cursor }, actor] = await Promise.all([
    props.params,
    props.searchParams,
    currentActor(),
  ])
  return actor.kind === "user" ? (
    <HomePage actor={actor} locale={locale} cursor={cursor} />
  ) : (
    <ExplorePage {...props} />
  )
}

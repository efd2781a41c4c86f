import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { currentActor } from "@/app/_server/actor"
import { SearchField } from "@/components/search/search-field"
import { SearchTabs } from "@/components/search/search-tabs"
import { Search } from "@/core/search"
import type { Locale } from "@/core/user/user.schema"
import { getPathname } from "@/i18n/navigation"
import { PageFrame } from "../page-frame"
import { pageMetadata } from "../page-metadata"
import { Results } from "./results"
import { found, type Query, soughtIn } from "./sought"

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<Query> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ locale }, query, t] = await Promise.all([params, searchParams, getTranslations("search")])
  const q = soughtIn(query).q || soughtIn(query).camera
  const title = q ? t("titleOf", { q }) : t("title")
  // Its results are of this moment, and of who asks.
  return pageMetadata({ locale, path: "/search", title, description: t("description"), unlisted: true })
}

const nothing = { people: [], tags: [] }

/** Photos at once, and above them the people and tags that the words may mean. */
export default async function SearchPage({ params, searchParams }: Props) {
  const [{ locale }, query, actor, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getTranslations("search"),
  ])
  const sought = soughtIn(query)
  const { q, type, camera } = sought
  const isEmpty = q === "" && camera === ""
  const [outcome, suggested] = await Promise.all([
    isEmpty ? undefined : found(() => Search.find(actor, { ...sought, cursor: query.cursor }), locale),
    // Lists of people and of tags say it themselves.
    q === "" || type !== "posts" ? nothing : found(() => Search.suggest(actor, { q }), locale),
  ])
  return (
    <PageFrame className="wide">
      <h1 className="vh">
        {isEmpty ? t("title") : q ? t("headingOf", { q }) : t("headingCamera", { camera })}
      </h1>
      <SearchField
        sought={sought}
        action={getPathname({ href: "/search", locale })}
        found={typeof suggested === "string" ? nothing : suggested}
        words={{
          search: t("search"),
          hint: t("hint"),
          clear: t("clear"),
          camera: t("camera"),
          anyCamera: t("anyCamera"),
          suggestions: t("suggestions"),
        }}
      >
        {!isEmpty && <SearchTabs sought={sought} />}
      </SearchField>
      <Results sought={sought} outcome={outcome} locale={locale} member={actor.kind === "user"} />
    </PageFrame>
  )
}

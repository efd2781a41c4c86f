import { TrendingUp } from "lucide-react"
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { currentActor } from "@/app/_server/actor"
import { orNotFound } from "@/app/_server/page"
import { PostRows } from "@/components/feed/post-rows"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { Feed } from "@/core/feed"
import type { Locale } from "@/core/user/user.schema"
import { Link } from "@/i18n/navigation"
import { PageFrame } from "../page-frame"
import { pageMetadata } from "../page-metadata"

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ cursor?: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ locale }, t] = await Promise.all([params, getTranslations("trending")])
  return pageMetadata({ locale, path: "/trending", title: t("title"), description: t("lead") })
}

export default async function TrendingPage({ params, searchParams }: Props) {
  const [{ locale }, { cursor }, actor, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getTranslations("trending"),
  ])
  const page = await orNotFound(Feed.trending(actor, { cursor }))
  return (
    <PageFrame current="trending" join className="wide">
      <div className="intro">
        <div>
          <h1>{t("headline")}</h1>
          <p>{t("lead")}</p>
        </div>
      </div>
      {page.items.length > 0 ? (
        <div className="bleed">
          <PostRows page={page} source={{ api: "/api/feed/trending", path: "/trending" }} locale={locale} />
        </div>
      ) : (
        <Blank
          frame={
            <Frame>
              <TrendingUp className="i i--lg" aria-hidden="true" />
            </Frame>
          }
          heading={t("emptyTitle")}
          text={t("emptyText")}
        >
          <Link className="btn btn--primary" href="/explore">
            {t("emptyAct")}
          </Link>
        </Blank>
      )}
    </PageFrame>
  )
}

import { Bookmark as BookmarkIcon } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { PostRows } from "@/components/feed/post-rows"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { Bookmark } from "@/core/bookmark"
import type { Locale } from "@/core/user/user.schema"
import { Link } from "@/i18n/navigation"
import { memberAt } from "../member"
import { PageFrame } from "../page-frame"

type Props = { params: Promise<{ locale: Locale }>; searchParams: Promise<{ cursor?: string }> }

export const generateMetadata = async () => ({ title: (await getTranslations("post"))("savedTitle") })

/** What one keeps for later. */
export default async function SavedPage({ params, searchParams }: Props) {
  const { actor } = await memberAt("/saved")
  const [{ locale }, { cursor }, t] = await Promise.all([params, searchParams, getTranslations("post")])
  const page = await orNotFound(Bookmark.list(actor, { cursor }))
  return (
    <PageFrame className="wide">
      <div className="intro">
        <div>
          <h1>{t("savedTitle")}</h1>
          <p>{t("savedLead")}</p>
        </div>
      </div>
      {page.items.length > 0 ? (
        <div className="bleed">
          <PostRows page={page} source={{ api: "/api/me/bookmarks", path: "/saved" }} locale={locale} />
        </div>
      ) : (
        <Blank
          frame={
            <Frame>
              <BookmarkIcon className="i i--lg" aria-hidden="true" />
            </Frame>
          }
          heading={t("savedEmpty")}
          text={t("savedEmptyText")}
        >
          <Link className="btn btn--primary" href="/explore">
            {t("savedAct")}
          </Link>
        </Blank>
      )}
    </PageFrame>
  )
}

import { Image as ImageIcon } from "lucide-react"
import { getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { HomeCards } from "@/components/feed/home-cards"
import { OnThisDay } from "@/components/feed/on-this-day"
import { Suggestions } from "@/components/people/suggestions"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import type { UserActor } from "@/core/actor"
import { Feed } from "@/core/feed"
import { Profile } from "@/core/profile"
import type { Locale } from "@/core/user/user.schema"
import { Link } from "@/i18n/navigation"
import { PageFrame } from "./page-frame"

type Props = { actor: UserActor; locale: Locale; cursor: string | undefined }

/** A member's first page: the posts of whom and what they follow. */
export async function HomePage({ actor, locale, cursor }: Props) {
  const top = cursor === undefined
  const [page, memories, t] = await Promise.all([
    orNotFound(Feed.home(actor, { cursor })),
    top ? Feed.onThisDay(actor, {}) : { items: [] },
    getTranslations("home"),
  ])
  const empty = top && page.items.length === 0 && page.nextCursor === null
  return (
    <PageFrame current="home" className="feed">
      <h1 className="vh">{t("title")}</h1>
      <OnThisDay posts={memories.items} year={new Date().getUTCFullYear()} />
      {empty ? <EmptyHome actor={actor} /> : <HomeCards page={page} locale={locale} top={top} />}
    </PageFrame>
  )
}

async function EmptyHome({ actor }: { actor: UserActor }) {
  const [{ items }, t] = await Promise.all([Profile.suggestions(actor, {}), getTranslations("home")])
  return (
    <>
      <Blank
        frame={
          <Frame>
            <ImageIcon className="i i--lg" aria-hidden="true" />
          </Frame>
        }
        heading={t("emptyTitle")}
        text={t("emptyText")}
      >
        <Link className="btn btn--primary" href="/explore">
          {t("lookAround")}
        </Link>
      </Blank>
      <Suggestions items={items} />
    </>
  )
}

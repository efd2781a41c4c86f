import { Hash } from "lucide-react"
import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { currentActor } from "@/app/_server/actor"
import { imagesOf } from "@/app/_server/outside/post-facts"
import { site } from "@/app/_server/site"
import { PostRows } from "@/components/feed/post-rows"
import { TagHead } from "@/components/tag/tag-head"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import type { Locale } from "@/core/user/user.schema"
import { Link } from "@/i18n/navigation"
import { PageFrame } from "../../page-frame"
import { pageMetadata } from "../../page-metadata"
import { postsWith, tagAt } from "./tag"

type Props = {
  params: Promise<{ locale: Locale; tag: string }>
  searchParams: Promise<{ cursor?: string }>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [at, { cursor }, t] = await Promise.all([params, searchParams, getTranslations("tag")])
  const { tag, label, posts } = await tagAt(at, cursor)
  const { items } = await postsWith(tag, cursor)
  const path = `/t/${encodeURIComponent(tag)}`
  const description = t("description", { tag: label, site: site.name })
  return pageMetadata({
    locale: at.locale,
    path,
    title: `#${label}`,
    description,
    image: items.flatMap((post) => (post.unlisted ? [] : imagesOf(post, `#${label}`)))[0],
    channel: path,
    // Of every word somebody might write there is a page.
    unlisted: posts === 0,
  })
}

/** The public posts that carry a tag. */
export default async function TagPage({ params, searchParams }: Props) {
  const [at, { cursor }, actor, t] = await Promise.all([
    params,
    searchParams,
    currentActor(),
    getTranslations("tag"),
  ])
  const view = await tagAt(at, cursor)
  const { tag, label } = view
  const page = await postsWith(tag, cursor)
  const member = actor.kind === "user"
  const path = `/t/${encodeURIComponent(tag)}`
  return (
    <PageFrame join className="wide">
      <TagHead tag={view} member={member} />
      {page.items.length > 0 || page.nextCursor ? (
        <div className="bleed">
          <PostRows
            page={page}
            source={{ api: `/api/tags/${encodeURIComponent(tag)}/posts`, path }}
            locale={at.locale}
          />
        </div>
      ) : (
        <Blank
          frame={
            <Frame>
              <Hash className="i i--lg" />
            </Frame>
          }
          heading={t("emptyTitle", { tag: label })}
          text={t("emptyText", { tag: label })}
        >
          <Link className="btn btn--line" href={member ? "/upload" : "/explore"}>
            {t(member ? "emptyAct" : "emptyLook")}
          </Link>
        </Blank>
      )}
    </PageFrame>
  )
}

import { useTranslations } from "next-intl"
import { actsWords } from "@/components/post/acts-words"
import type { HomePostView } from "@/core/feed/feed.schema"
import type { Page } from "@/core/page.schema"
import { getPathname, Link } from "@/i18n/navigation"
import { CaughtUp } from "./caught-up"
import { EndlessCards } from "./endless-cards"
import { NewPosts } from "./new-posts"
import { PostCard } from "./post-card"

type Props = {
  page: Page<HomePostView>
  locale: "en" | "ja"
  /** Whether it is the top of the feed, where new posts are announced. */
  top: boolean
}

/** The posts of home: the first page as HTML, the next ones when they are near, new ones when they are asked for. */
export function HomeCards({ page, locale, top }: Props) {
  const [home, explore, photo, post] = [
    useTranslations("home"),
    useTranslations("explore"),
    useTranslations("photo"),
    useTranslations("post"),
  ]
  // The browser has no translator: sentences reach it with their gaps, which it fills itself.
  const words = {
    undescribed: photo("undescribed", { name: "{name}" }),
    count: photo("countOf", { count: "{count}" }),
    postOf: home("postOf", { name: "{name}" }),
    strip: photo("strip"),
    show: home("show"),
    followers: post("followers"),
    private: post("private"),
    acts: actsWords(post),
    more: home("more"),
    loading: explore("loading"),
    loaded: home("loaded", { count: "{count}" }),
    failed: explore("failed"),
  }
  const ids = page.items.map(({ id }) => id)
  const now = Date.now()
  return (
    <>
      {top && (
        <NewPosts
          key={ids[0]}
          shown={ids}
          words={{
            one: home("newPost", { count: "{count}" }),
            other: home("newPosts", { count: "{count}" }),
          }}
        />
      )}
      {page.items.map((item, index) => (
        <PostCard
          key={item.id}
          post={item}
          words={words}
          locale={locale}
          now={now}
          priority={index === 0 ? "first" : "later"}
        />
      ))}
      <EndlessCards
        key={page.nextCursor}
        source={{ api: "/api/feed/home", path: getPathname({ href: "/", locale }) }}
        firstCursor={page.nextCursor}
        locale={locale}
        words={words}
        end={
          <CaughtUp text={home("endText")}>
            <Link className="btn btn--line" href="/explore">
              {home("lookAround")}
            </Link>
          </CaughtUp>
        }
      />
    </>
  )
}

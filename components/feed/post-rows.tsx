import { useTranslations } from "next-intl"
import { layoutRatio } from "@/components/photo/ratio"
import { PostTile } from "@/components/post/post-tile"
import type { Page } from "@/core/page.schema"
import type { PostView } from "@/core/post/post.schema"
import { getPathname } from "@/i18n/navigation"
import { CaughtUp } from "./caught-up"
import { EndlessRows } from "./endless-rows"
import { firstRowTiles } from "./rows"

type Props = {
  page: Page<PostView>
  /** Where the API gives the next pages, with a path of its own for readers without a script. */
  source: { api: `/api/${string}`; path: string }
  locale: "en" | "ja"
  showAuthor?: boolean
  /** Whether the end is worth a line: not where everything fits one look. */
  sayEnd?: boolean
}

/** Posts as justified rows: the first page as HTML, the next ones when they are near. */
export function PostRows({ page, source, locale, showAuthor = true, sayEnd = false }: Props) {
  const explore = useTranslations("explore")
  const photo = useTranslations("photo")
  const ratios = page.items.map(({ photos: [first] }) => (first ? layoutRatio(first) : 1))
  const eager = firstRowTiles(ratios)
  // The browser has no translator: sentences reach it with their gaps, which it fills itself.
  const words = {
    undescribed: photo("undescribed", { name: "{name}" }),
    count: photo("countOf", { count: "{count}" }),
  }
  return (
    <EndlessRows
      firstRatios={ratios}
      firstCursor={page.nextCursor}
      source={{ api: source.api, path: getPathname({ href: source.path, locale }) }}
      showAuthor={showAuthor}
      words={{
        ...words,
        more: explore("more"),
        loading: explore("loading"),
        loaded: explore("loaded", { count: "{count}" }),
        failed: explore("failed"),
      }}
      end={sayEnd && <CaughtUp text={explore("endText")} />}
    >
      {page.items.map((post, index) => (
        <PostTile
          key={post.id}
          post={post}
          words={words}
          priority={index < eager ? "first" : "later"}
          showAuthor={showAuthor}
        />
      ))}
    </EndlessRows>
  )
}

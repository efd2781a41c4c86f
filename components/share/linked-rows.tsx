import { useTranslations } from "next-intl"
import { firstRowTiles } from "@/components/feed/rows"
import { layoutRatio } from "@/components/photo/ratio"
import { PostTile } from "@/components/post/post-tile"
import type { Page } from "@/core/page.schema"
import type { LinkedPost } from "@/core/share/share.schema"
import { Link } from "@/i18n/navigation"
import { asPost } from "./as-post"

type Props = {
  token: string
  albumId?: string
  page: Page<LinkedPost>
  /** What the addresses behind the link say besides. */
  query: Record<string, string> | undefined
}

/** The photos of an album behind a link, a page at a time; no script is needed to look at them. */
export function LinkedRows({ token, albumId, page, query }: Props) {
  const t = useTranslations("share")
  const photo = useTranslations("photo")
  const ratios = page.items.map(({ photos: [first] }) => (first ? layoutRatio(first) : 1))
  const eager = firstRowTiles(ratios)
  const words = {
    undescribed: photo("undescribed", { name: "{name}" }),
    count: photo("countOf", { count: "{count}" }),
  }
  const here = albumId ? `/s/${token}/a/${albumId}` : `/s/${token}`
  return (
    <>
      <div className="rows">
        {page.items.map((post, index) => (
          <PostTile
            key={post.id}
            post={asPost(post)}
            words={words}
            priority={index < eager ? "first" : "later"}
            path={`/s/${token}/p/${post.id}`}
            query={query}
          />
        ))}
      </div>
      {page.nextCursor && (
        <div className="more">
          <Link
            className="btn btn--line"
            href={{ pathname: here, query: { ...query, cursor: page.nextCursor } }}
          >
            {t("album.more")}
          </Link>
        </div>
      )}
    </>
  )
}

import { useTranslations } from "next-intl"
import { PostTile } from "@/components/post/post-tile"
import type { Page } from "@/core/page.schema"
import type { PostView } from "@/core/post/post.schema"
import { Link } from "@/i18n/navigation"

type Props = {
  page: Page<PostView>
  /** The page's path, without its language. */
  path: string
  /** As whom one looks: every link goes on so. */
  asked: string
}

/** A page of posts as somebody else gets them. What follows is a link: the API would answer its caller. */
export function LookedRows({ page, path, asked }: Props) {
  const photo = useTranslations("photo")
  const explore = useTranslations("explore")
  const words = {
    undescribed: photo("undescribed", { name: "{name}" }),
    count: photo("countOf", { count: "{count}" }),
  }
  return (
    <div className="bleed">
      <div className="rows">
        {page.items.map((post) => (
          <PostTile key={post.id} post={post} words={words} showAuthor={false} query={{ as: asked }} />
        ))}
      </div>
      {/* The rows are shown once something follows them: then all of them have arrived. */}
      {page.nextCursor ? (
        <div className="more">
          <Link
            className="btn btn--line"
            href={{ pathname: path, query: { as: asked, cursor: page.nextCursor } }}
          >
            {explore("more")}
          </Link>
        </div>
      ) : (
        <div hidden />
      )}
    </div>
  )
}

import { useTranslations } from "next-intl"
import { Picture } from "@/components/photo/picture"
import { layoutRatio } from "@/components/photo/ratio"
import type { PostView } from "@/core/post/post.schema"
import { Link } from "@/i18n/navigation"

type Props = { posts: readonly PostView[]; year: number }

const height = 88

/** What one posted on this day in earlier years: a quiet row, each with how long ago it was. */
export function OnThisDay({ posts, year }: Props) {
  const t = useTranslations("home")
  const photo = useTranslations("photo")
  if (posts.length === 0) return null
  return (
    <section className="thisday" aria-labelledby="this-day">
      <h2 id="this-day" className="faint xs med">
        {t("onThisDay")}
      </h2>
      <ul className="thisday__posts">
        {posts.map(({ id, author, createdAt, photos: [first] }) => {
          if (!first) return null
          const width = Math.round(layoutRatio(first) * height)
          return (
            <li key={id}>
              <Link className="thisday__post" href={`/p/${id}`}>
                <span style={{ width, background: first.color }}>
                  <Picture
                    picture={first}
                    alt={first.altText || photo("undescribed", { name: author.name })}
                    shown={{ sizes: `${width}px`, most: width }}
                    fit="contain"
                  />
                </span>
                <span className="faint xs num">
                  {t("yearsAgo", { count: year - new Date(createdAt).getUTCFullYear() })}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

import { Images } from "lucide-react"
import { useTranslations } from "next-intl"
import type { AlbumsOfPost } from "@/core/album/album.schema"
import { Link } from "@/i18n/navigation"

type Props = {
  albums: AlbumsOfPost["items"]
  /** What its links say besides. */
  query?: Record<string, string> | undefined
}

/** The albums that a post is in, as far as the reader may see them. */
export function PostAlbums({ albums, query }: Props) {
  const t = useTranslations("album")
  if (albums.length === 0) return null
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 muted sm">
      <Images className="i i--sm" aria-hidden="true" />
      <span className="vh">{t("inAlbums")}</span>
      {albums.map(({ id, title }) => (
        <Link key={id} href={{ pathname: `/a/${id}`, query }} className="link" dir="auto">
          {title}
        </Link>
      ))}
    </p>
  )
}

import { useTranslations } from "next-intl"
import { AlbumCard } from "@/components/album/album-card"
import type { AlbumCard as Card } from "@/core/album/album.schema"
import type { Page } from "@/core/page.schema"
import { Link } from "@/i18n/navigation"

type Props = {
  page: Page<Card>
  label: string
  /** The page's path, without its language. */
  path: string
  /** As whom one looks: every link goes on so. */
  asked: string
}

/** A page of albums as somebody else gets them. */
export function LookedAlbums({ page, label, path, asked }: Props) {
  const t = useTranslations("album")
  return (
    <>
      <ul className="albums" aria-label={label}>
        {page.items.map((album) => (
          <li key={album.id}>
            <AlbumCard album={album} query={{ as: asked }} />
          </li>
        ))}
      </ul>
      {page.nextCursor && (
        <Link
          className="btn btn--line"
          href={{ pathname: path, query: { as: asked, cursor: page.nextCursor } }}
        >
          {t("older")}
        </Link>
      )}
    </>
  )
}

import { Folder } from "lucide-react"
import { useTranslations } from "next-intl"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import type { Page } from "@/core/page.schema"
import type { LinkedAlbum as Album, LinkedPost } from "@/core/share/share.schema"
import { Link } from "@/i18n/navigation"
import { LinkedRows } from "./linked-rows"

type Props = {
  token: string
  album: Album
  by: string
  page: Page<LinkedPost>
  /** What the addresses behind the link say besides. */
  query: Record<string, string> | undefined
  /** Whether it lies in the album that the link is to. */
  inner?: boolean
}

/** An album as a link shows it: the albums in it, and its photos as rows. */
export function LinkedAlbum({ token, album, by, page, query, inner = false }: Props) {
  const t = useTranslations("share")
  const base = `/s/${token}`
  return (
    <>
      <header className="stack stack--8">
        {inner && (
          <Link className="muted" href={{ pathname: base, query: query ?? "" }}>
            {t("album.back")}
          </Link>
        )}
        <h1 className="h-page" dir="auto">
          {album.title}
        </h1>
        {album.description && (
          <p className="muted" dir="auto">
            {album.description}
          </p>
        )}
        <p className="faint">{t("heading", { name: by })}</p>
      </header>
      {album.albums.length > 0 && (
        <nav className="row row--wrap" aria-label={t("album.inside")}>
          {album.albums.map(({ id, title }) => (
            <Link key={id} className="chip" href={{ pathname: `${base}/a/${id}`, query: query ?? "" }}>
              <Folder className="i i--sm" aria-hidden="true" />
              <span dir="auto">{title}</span>
            </Link>
          ))}
        </nav>
      )}
      {page.items.length > 0 ? (
        <LinkedRows token={token} query={query} page={page} albumId={inner ? album.id : undefined} />
      ) : (
        <Blank frame={<Frame />} heading={t("album.empty")} text={t("album.emptyText")} />
      )}
    </>
  )
}

import { Image as ImageIcon, Lock, Users } from "lucide-react"
import { useTranslations } from "next-intl"
import { Picture } from "@/components/photo/picture"
import type { AlbumCard as Card } from "@/core/album/album.schema"
import { Link } from "@/i18n/navigation"

type Props = { album: Card; showOwner?: boolean; query?: Record<string, string> }

const shown = { sizes: "(min-width: 1200px) 300px, (min-width: 640px) 33vw, 50vw", most: 480 }

/** An album in a list: its cover, what it is called, and how much is in it as far as one may know. */
export function AlbumCard({ album, showOwner = false, query }: Props) {
  const t = useTranslations("album")
  const { title, cover, items, visibility, owner } = album
  const facts = [
    showOwner ? t("by", { name: owner.name }) : "",
    items === undefined ? "" : t("items", { count: items }),
  ]
  const Icon = visibility === "private" ? Lock : Users
  return (
    <Link className="albumcard" href={{ pathname: `/a/${album.id}`, query: query ?? "" }}>
      <span className="albumcard__cover" style={{ "--c": cover?.picture.color } as React.CSSProperties}>
        {cover ? (
          <Picture picture={cover.picture} alt="" shown={shown} />
        ) : (
          <ImageIcon className="i i--lg" aria-hidden="true" />
        )}
      </span>
      <span className="albumcard__title" dir="auto">
        {title}
      </span>
      <span className="faint xs albumcard__facts">
        {visibility !== "public" && (
          <>
            <Icon className="i i--sm" aria-hidden="true" />
            <span className="vh">{t(`visibility.${visibility}`)}</span>
          </>
        )}
        {facts.filter(Boolean).join(" · ")}
      </span>
    </Link>
  )
}

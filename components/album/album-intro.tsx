import { Lock, Users } from "lucide-react"
import { useTranslations } from "next-intl"
import { Avatar } from "@/components/ui/avatar"
import type { AlbumView } from "@/core/album/album.schema"
import { Link } from "@/i18n/navigation"

type Props = {
  album: AlbumView
  /** What its links say besides. */
  query?: Record<string, string>
}

/** What an album is called, where it lies, whose it is, and how much is in it as far as one may know. */
export function AlbumIntro({ album, query }: Props) {
  const t = useTranslations("album")
  const { owner, path, items, members, visibility } = album
  const Icon = visibility === "private" ? Lock : Users
  const facts = [
    items === undefined ? "" : t("items", { count: items }),
    members ? t("members", { count: members }) : "",
  ]
  return (
    <>
      {path.length > 0 && (
        <nav className="albumpath" aria-label={t("path")}>
          {path.map(({ id, title }) => (
            <span key={id} className="flex gap-2">
              <Link href={{ pathname: `/a/${id}`, query }} dir="auto">
                {title}
              </Link>
              <span aria-hidden="true">/</span>
            </span>
          ))}
        </nav>
      )}
      <h1 dir="auto">{album.title}</h1>
      {album.description && (
        <p className="whitespace-pre-line" dir="auto">
          {album.description}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 mt-3 muted sm">
        <Link href={{ pathname: `/u/${owner.handle}`, query }} className="flex items-center gap-2" dir="auto">
          <Avatar person={owner} size="xs" />
          {owner.name}
        </Link>
        {visibility !== "public" && (
          <span className="flex items-center gap-1">
            <Icon className="i i--sm" aria-hidden="true" />
            {t(`visibility.${visibility}`)}
          </span>
        )}
        <span>{facts.filter(Boolean).join(" · ")}</span>
      </div>
    </>
  )
}

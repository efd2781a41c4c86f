"use client"

import { ArrowDownToLine, Ellipsis, Eye, FolderPlus, LayoutGrid, LogOut, Pencil, Trash2 } from "lucide-react"
import { useTranslations } from "next-intl"
import { hideMenu } from "@/components/ui/hide-menu"
import { Menu } from "@/components/ui/menu"
import type { AlbumStanding, AlbumView } from "@/core/album/album.schema"
import { Link } from "@/i18n/navigation"

export type AlbumDeed = "add" | "members" | "organise" | "download" | "edit" | "inside" | "leave" | "delete"

type Props = { album: AlbumView; role: AlbumStanding; onDeed: (deed: AlbumDeed) => void }

const menuId = "album-menu"
const every: readonly AlbumStanding[] = ["viewer", "contributor", "manager", "owner"]

const lines = [
  { deed: "organise", word: "organise", Icon: LayoutGrid, roles: every.slice(1) },
  { deed: "download", word: "download", Icon: ArrowDownToLine, roles: every },
  { deed: "edit", word: "edit", Icon: Pencil, roles: every.slice(2) },
  { deed: "inside", word: "newInside", Icon: FolderPlus, roles: every.slice(3) },
  { deed: "leave", word: "leave", Icon: LogOut, roles: every.slice(0, 3) },
  { deed: "delete", word: "delete", Icon: Trash2, roles: every.slice(3) },
] as const satisfies readonly { deed: AlbumDeed; roles: readonly AlbumStanding[]; [key: string]: unknown }[]

/** What else somebody may do with an album, by their part in it. */
export function AlbumMenu({ album, role, onDeed }: Props) {
  const t = useTranslations("album")
  const mine = lines.filter(({ deed, roles }) => roles.includes(role) && (deed !== "leave" || album.joined))
  const line = ({ deed, word, Icon }: (typeof lines)[number]) => (
    <button
      key={deed}
      type="button"
      className={deed === "delete" ? "danger" : undefined}
      onClick={() => {
        hideMenu(menuId)
        onDeed(deed)
      }}
    >
      <Icon className="i" aria-hidden="true" />
      {t(word)}
    </button>
  )
  return (
    <Menu id={menuId} label={t("more")} button={<Ellipsis className="i" aria-hidden="true" />}>
      {mine.filter(({ deed }) => deed !== "delete").map(line)}
      {role === "owner" && (
        <Link href={{ pathname: `/a/${album.id}`, query: { as: "visitor" } }}>
          <Eye className="i" aria-hidden="true" />
          {t("viewAs")}
        </Link>
      )}
      {mine.filter(({ deed }) => deed === "delete").map(line)}
    </Menu>
  )
}

"use client"

import { useTranslations } from "next-intl"
import { withCursor } from "@/components/api/query"
import { MoreButton } from "@/components/people/more-button"
import { useMore } from "@/components/people/use-more"
import type { AlbumCard as Card } from "@/core/album/album.schema"
import type { Page } from "@/core/page.schema"
import { AlbumCard } from "./album-card"

type Props = {
  page: Page<Card>
  /** Where the API gives the next pages, with a path of its own for readers without a script. */
  source: { api: string; path: string }
  label: string
  showOwner?: boolean
}

/** Albums as cards, and what continues them. */
export function AlbumGrid({ page, source, label, showOwner = false }: Props) {
  const t = useTranslations("album")
  const { items, nextCursor, state, more } = useMore<Card>(source.api, page)
  return (
    <>
      <ul className="albums" aria-label={label}>
        {items.map((album) => (
          <li key={album.id}>
            <AlbumCard album={album} showOwner={showOwner} />
          </li>
        ))}
      </ul>
      {nextCursor !== null && (
        <MoreButton
          state={state}
          more={more}
          words={{ more: t("older"), loading: t("loading"), unreachable: t("failed") }}
          href={withCursor(source.path, nextCursor)}
        />
      )}
    </>
  )
}

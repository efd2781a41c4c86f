"use client"

import { useTranslations } from "next-intl"
import { useEffect, useId, useState } from "react"
import { albums } from "@/components/api/albums"
import type { AlbumCard, AlbumView } from "@/core/album/album.schema"

/** Where the album lies among one's own; which places are possible is said when it is saved. */
export function ParentField({ album }: { album: AlbumView }) {
  const t = useTranslations("album")
  const id = useId()
  const parent = album.path.at(-1)
  const [others, setOthers] = useState<Pick<AlbumCard, "id" | "title">[]>([])
  useEffect(() => {
    albums
      .mine({ limit: 50 })
      .then(({ items }) =>
        setOthers(items.filter((other) => other.id !== album.id && other.id !== parent?.id)),
      )
      .catch(() => undefined)
  }, [album.id, parent?.id])
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {t("parent")}
      </label>
      <select id={id} name="parent" className="input" defaultValue={parent?.id ?? ""}>
        <option value="">{t("outermost")}</option>
        {parent && <option value={parent.id}>{parent.title}</option>}
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {other.title}
          </option>
        ))}
      </select>
    </div>
  )
}

"use client"

import { Plus } from "lucide-react"
import { useTranslations } from "next-intl"
import { lazy, Suspense, useState } from "react"
import { useRouter } from "@/i18n/navigation"

const AlbumForm = lazy(() => import("./album-form").then((module) => ({ default: module.AlbumForm })))

/** Makes an album and opens it. */
export function NewAlbum() {
  const t = useTranslations("album")
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <button type="button" className="btn btn--primary" onClick={() => setOpen(true)}>
        <Plus className="i i--sm" aria-hidden="true" />
        {t("new")}
      </button>
      <Suspense>
        {isOpen && (
          <AlbumForm
            onClose={close}
            onSaved={({ id }) => {
              close()
              router.push(`/a/${id}`)
            }}
          />
        )}
      </Suspense>
    </>
  )
}

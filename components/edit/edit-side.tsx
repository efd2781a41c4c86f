"use client"

import { useTranslations } from "next-intl"
import { ReceiptPanel } from "@/components/receipt/receipt-panel"
import { Audience } from "@/components/upload/audience"
import { Caption } from "@/components/upload/caption"
import { LicenseField } from "@/components/upload/license-field"
import { Switch } from "@/components/upload/switch"
import { WarningField } from "@/components/upload/warning-field"
import type { PhotoView } from "@/core/photo/photo.schema"
import type { Content } from "./content"

type Props = {
  content: Content
  /** What is known of the photos' files. */
  receipts: readonly PhotoView[]
  limits: { caption: number; contentWarning: number }
  onChange: (some: Partial<Content>) => void
}

/** What is said about the whole post that is edited. */
export function EditSide({ content, receipts, limits, onChange }: Props) {
  const t = useTranslations("upload")
  const { photos, caption, visibility, license, commentsAllowed, contentWarning, showCamera, location } =
    content
  return (
    <>
      <Caption
        value={caption}
        max={limits.caption}
        readOnly={false}
        onChange={(next) => onChange({ caption: next })}
      />
      <Audience value={visibility} onChange={(next) => onChange({ visibility: next })} />
      <ReceiptPanel
        photos={photos.map(({ photoId }) => receipts.find(({ id }) => id === photoId))}
        visibility={visibility}
        choice={{ showCamera, location }}
        onChange={onChange}
      />
      <LicenseField value={license} onChange={(next) => onChange({ license: next })} />
      <div>
        <Switch
          label={t("comments")}
          checked={commentsAllowed}
          onChange={(next) => onChange({ commentsAllowed: next })}
        />
        <WarningField
          value={contentWarning}
          max={limits.contentWarning}
          onChange={(next) => onChange({ contentWarning: next })}
        />
      </div>
    </>
  )
}

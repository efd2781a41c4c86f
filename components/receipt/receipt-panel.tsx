"use client"

import { EyeOff, KeyRound, MapPinOff, ShieldCheck } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { PhotoView } from "@/core/photo/photo.schema"
import type { Visibility } from "@/core/post/post.schema"
import { AudienceLines } from "./audience-lines"
import { CameraLine } from "./camera-line"
import { PhotoReceipts } from "./photo-receipts"
import { PlaceChoice } from "./place-choice"
import type { ReceiptChoice } from "./receipt-choice"
import { type Kind, summaryOf } from "./summary"
import { useReceiptWords } from "./use-receipt-words"

type Props = {
  /** In the order of the post; undefined while nothing is known of one. */
  photos: readonly (PhotoView | undefined)[]
  visibility: Visibility
  choice: ReceiptChoice
  onChange: (choice: ReceiptChoice) => void
}

/** Before publishing: what the files tell, what of it is removed, and what each audience will see. */
export function ReceiptPanel({ photos, visibility, choice, onChange }: Props) {
  const t = useTranslations("receipt")
  const { things } = useReceiptWords()
  const { read, waiting, located, placeable, camera, identity, rest } = summaryOf(photos, choice.showCamera)
  const found = camera || located + identity.length + rest.length > 0
  const showCamera = camera || waiting > 0 || read === 0
  const placed = choice.location !== "off"
  const removed = (kinds: Kind[]) => t.rich("removed", { things: things(kinds), b: bold })

  return (
    <section className="receipt" aria-labelledby="receipt-title">
      <h2 id="receipt-title" className="row med">
        <ShieldCheck className="i" aria-hidden="true" />
        {t("title")}
      </h2>
      {(read === 0 || !found) && (
        <p className="muted">{t(read > 0 && waiting === 0 ? "nothing" : "always")}</p>
      )}
      <ul className="stack empty:hidden" aria-live="polite">
        {located > 0 && (
          <li className="receipt__line">
            <MapPinOff className="i i--sm" aria-hidden="true" />
            <span>
              {t.rich("location", { count: located, choice: placeable ? choice.location : "off", b: bold })}
            </span>
          </li>
        )}
        {identity.length > 0 && (
          <li className="receipt__line">
            <KeyRound className="i i--sm" aria-hidden="true" />
            <span>{removed(identity)}</span>
          </li>
        )}
        {rest.length > 0 && (
          <li className="receipt__line">
            <EyeOff className="i i--sm" aria-hidden="true" />
            <span>{removed(rest)}</span>
          </li>
        )}
        {showCamera && (
          <CameraLine
            shown={choice.showCamera}
            visibility={visibility}
            onChange={(shown) => onChange({ ...choice, showCamera: shown })}
          />
        )}
        {read > 0 && waiting > 0 && (
          <li className="receipt__line receipt__line--wait">{t("reading", { count: waiting })}</li>
        )}
      </ul>
      {(placeable || placed) && (
        <PlaceChoice
          photos={photos}
          value={choice.location}
          onChange={(location) => onChange({ ...choice, location })}
        />
      )}
      <AudienceLines
        visibility={visibility}
        camera={choice.showCamera && showCamera}
        place={placed && (placeable || waiting > 0)}
      />
      {read > 0 && (
        <details className="fold">
          <summary className="unfold">{t("each")}</summary>
          <PhotoReceipts photos={photos} choice={choice} />
        </details>
      )}
    </section>
  )
}

const bold = (words: ReactNode) => <b>{words}</b>

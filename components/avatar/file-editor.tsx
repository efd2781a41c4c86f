"use client"

import { RotateCw } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import type { Upload } from "@/components/upload/engine/upload"
import { usePreview } from "@/components/upload/use-preview"
import type { MeView } from "@/core/user/user.schema"
import { AvatarEditor } from "./avatar-editor"
import { faultKey } from "./fault-key"
import { type SendLimits, usePhotoUpload } from "./use-photo-upload"

type Props = {
  file: File
  limits: SendLimits
  onDone: (me: MeView) => void
  onCancel: () => void
}

/** A chosen file: sent at once, while its person finds the part of it that is to be seen. */
export function FileEditor(props: Props) {
  const [attempt, setAttempt] = useState(0)
  return <Attempt key={attempt} {...props} onAgain={() => setAttempt(attempt + 1)} />
}

function Attempt({ file, limits, onDone, onCancel, onAgain }: Props & { onAgain: () => void }) {
  const t = useTranslations("avatar")
  const { upload, fault } = usePhotoUpload(file, limits)
  if (fault) {
    const detail = "detail" in fault ? fault.detail : undefined
    return (
      <div role="alert" className="stack stack--16">
        <p className="err wrap-anywhere">{detail ?? t(`fault.${faultKey(fault.reason)}`)}</p>
        <div className="row row--wrap">
          {/* A file that was not even begun is what it is. */}
          {upload && (
            <button type="button" className="btn btn--line" onClick={onAgain}>
              <RotateCw className="i i--sm" />
              {t("again")}
            </button>
          )}
          <button type="button" className="btn btn--quiet" onClick={onCancel}>
            {t("cancel")}
          </button>
        </div>
      </div>
    )
  }
  return upload ? <Begun upload={upload} onDone={onDone} onCancel={onCancel} /> : <span className="spin" />
}

type BegunProps = Pick<Props, "onDone" | "onCancel"> & { upload: Upload }

function Begun({ upload, onDone, onCancel }: BegunProps) {
  const preview = usePreview(upload)
  const photoId = upload.stage === "ready" ? upload.photoId : undefined
  return (
    <AvatarEditor {...preview} photoId={photoId} onDone={onDone} onCancel={onCancel}>
      <HowFar upload={upload} />
    </AvatarEditor>
  )
}

/** In one place however far it is, so that nothing below moves. */
function HowFar({ upload: { stage, sent, file, waiting } }: { upload: Upload }) {
  const t = useTranslations("avatar")
  const percent = Math.floor((100 * sent) / file.size)
  const sending = stage === "started" || stage === "sending"
  const said = waiting ? t("waiting") : sending ? t("sending", { percent }) : t("preparing")
  return (
    <div className="stack stack--4" data-stage={stage}>
      <div
        className={sending ? "progress" : "progress progress--wait"}
        style={
          {
            "--p": `${percent}%`,
            visibility: stage === "ready" ? "hidden" : undefined,
          } as React.CSSProperties
        }
        {...(sending && { role: "progressbar", "aria-valuenow": percent, "aria-label": t("progress") })}
      >
        <i />
      </div>
      <p className="hint num">{stage === "ready" ? t("ready") : said}</p>
    </div>
  )
}

"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useEffect, useState } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { account } from "@/components/api/account"
import { useProblemText } from "@/components/use-problem-text"
import type { MeView } from "@/core/user/user.schema"
import type { Point } from "./crop"
import { CropStage } from "./crop-stage"

type Props = {
  /** Address of what is moved; undefined while there is none. */
  src: string | undefined
  onBroken: () => void
  from?: Point
  /** The photo, once it can be used. */
  photoId: string | undefined
  /** What is said below it: how far it is. */
  children?: ReactNode
  onDone: (me: MeView) => void
  onCancel: () => void
}

/** Finds the part of a photo that stands beside one's name. It can be saved before the photo has arrived: then it waits. */
export function AvatarEditor({ src, onBroken, from, photoId, children, onDone, onCancel }: Props) {
  const t = useTranslations("avatar")
  const problemText = useProblemText()
  const [point, setPoint] = useState<Point>(from ?? { x: 0.5, y: 0.5 })
  const [state, setState] = useState<"open" | "wanted" | "saving">("open")
  const [problem, setProblem] = useState<string>()

  const save = async (id: string) => {
    setState("saving")
    try {
      onDone(await account.setAvatar({ photoId: id, ...point }))
    } catch (error) {
      setProblem(problemText(error))
      setState("open")
    }
  }
  useEffect(() => {
    // It has arrived since it was wanted.
    if (state === "wanted" && photoId) save(photoId)
  })

  return (
    <fieldset className="stack stack--16" disabled={state === "saving"}>
      <legend className="vh">{t("label")}</legend>
      <FormProblem>{problem}</FormProblem>
      <CropStage src={src} onBroken={onBroken} point={point} onMove={setPoint} />
      <p className="hint">{t("drag")}</p>
      {children}
      <div className="row row--wrap">
        <button
          type="button"
          className="btn btn--primary"
          aria-disabled={state !== "open"}
          onClick={() => {
            if (state !== "open") return
            setProblem(undefined)
            if (photoId) save(photoId)
            else setState("wanted")
          }}
        >
          {state !== "open" && <span className="spin" />}
          {t("save")}
        </button>
        <button type="button" className="btn btn--quiet" onClick={onCancel}>
          {t("cancel")}
        </button>
      </div>
    </fieldset>
  )
}

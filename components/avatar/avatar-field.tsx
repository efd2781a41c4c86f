"use client"

import { useTranslations } from "next-intl"
import { lazy, Suspense, useEffect, useRef, useState } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { account } from "@/components/api/account"
import { Avatar } from "@/components/ui/avatar"
import { accepted } from "@/components/upload/engine/admit"
import { useProblemText } from "@/components/use-problem-text"
import type { MeView } from "@/core/user/user.schema"
import { useRouter } from "@/i18n/navigation"
import type { SendLimits } from "./use-photo-upload"

const FileEditor = lazy(() => import("./file-editor").then(({ FileEditor }) => ({ default: FileEditor })))
const MoveEditor = lazy(() => import("./move-editor").then(({ MoveEditor }) => ({ default: MoveEditor })))

type Props = { me: MeView; limits: SendLimits }

/** The photo beside one's name: chosen, moved within its circle, taken away. */
export function AvatarField({ me, limits }: Props) {
  const t = useTranslations("avatar")
  const router = useRouter()
  const problemText = useProblemText()
  const input = useRef<HTMLInputElement>(null)
  const choose = useRef<HTMLButtonElement>(null)
  const [editing, setEditing] = useState<File | "move">()
  const [said, setSaid] = useState<"saved" | "removed">()
  const [problem, setProblem] = useState<string>()
  const { avatar } = me

  const wasEditing = useRef(false)
  useEffect(() => {
    // Back from the editor, which is gone with whatever had the focus.
    if (wasEditing.current && !editing) choose.current?.focus()
    wasEditing.current = editing !== undefined
  }, [editing])

  const begin = (what: File | "move") => {
    setSaid(undefined)
    setProblem(undefined)
    setEditing(what)
  }
  const end = (what?: "saved" | "removed") => {
    setEditing(undefined)
    setSaid(what)
    if (what) router.refresh()
  }
  const remove = () =>
    account.removeAvatar().then(
      () => {
        // The button that was pressed goes with the photo.
        choose.current?.focus()
        end("removed")
      },
      (error) => setProblem(problemText(error)),
    )

  return (
    <section className="field" aria-labelledby="avatar-label">
      <h2 className="field__label" id="avatar-label">
        {t("label")}
      </h2>
      {editing ? (
        <Suspense fallback={<span className="spin" />}>
          {editing === "move" && avatar ? (
            <MoveEditor avatar={avatar} onDone={() => end("saved")} onCancel={() => end()} />
          ) : (
            editing instanceof File && (
              <FileEditor file={editing} limits={limits} onDone={() => end("saved")} onCancel={() => end()} />
            )
          )}
        </Suspense>
      ) : (
        <div className="avatar-field">
          <Avatar person={me} size="xl" />
          <div className="stack stack--4">
            <FormProblem>{problem}</FormProblem>
            <div className="row row--wrap">
              <button
                ref={choose}
                type="button"
                className="btn btn--line"
                onClick={() => input.current?.click()}
              >
                {t(avatar ? "change" : "choose")}
              </button>
              {avatar && (
                <div className="row avatar-field__more">
                  <button type="button" className="btn btn--quiet" onClick={() => begin("move")}>
                    {t("move")}
                  </button>
                  <button type="button" className="btn btn--quiet" onClick={remove}>
                    {t("remove")}
                  </button>
                </div>
              )}
            </div>
            <p className="hint">{t("hint")}</p>
          </div>
        </div>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={accepted}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          // The same file can be chosen again.
          currentTarget.value = ""
          if (file) begin(file)
        }}
      />
      <p role="status" className="vh">
        {said && t(said)}
      </p>
    </section>
  )
}

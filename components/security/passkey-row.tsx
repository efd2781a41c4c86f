"use client"

import { KeyRound } from "lucide-react"
import { useFormatter, useTranslations } from "next-intl"
import { type SubmitEvent, useEffect, useRef, useState } from "react"
import { security } from "@/components/api/security"
import { Ask } from "@/components/ui/ask"
import { toast } from "@/components/ui/toast"
import type { PasskeyView } from "@/core/passkey/passkey.schema"
import { useRouter } from "@/i18n/navigation"

type Props = { passkey: PasskeyView; run: (act: () => Promise<void>) => Promise<void> }

/** One passkey: its name, when it was used, and the ways to rename and remove it. */
export function PasskeyRow({ passkey: { id, name, synced, createdAt, lastUsedAt }, run }: Props) {
  const t = useTranslations("security.passkeys")
  const format = useFormatter()
  const router = useRouter()
  const [open, setOpen] = useState<"rename" | "remove">()
  const day = (date: string) => format.dateTime(new Date(date), { dateStyle: "medium" })
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (open === "rename") field.current?.select()
  }, [open])
  const close = () => setOpen(undefined)

  const rename = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wanted = String(new FormData(event.currentTarget).get("name") ?? "").trim()
    close()
    if (wanted === "" || wanted === name) return
    void run(async () => {
      await security.rename(id, wanted)
      router.refresh()
    })
  }
  const remove = async () => {
    close()
    await run(async () => {
      await security.remove(id)
      toast(t("removed", { name }))
      router.refresh()
    })
  }
  return (
    <li className="row--wrap">
      <KeyRound className="i i--lg muted" aria-hidden="true" />
      {open === "rename" ? (
        <form className="row row--wrap grow" onSubmit={rename}>
          <input
            ref={field}
            className="input grow"
            name="name"
            aria-label={t("name")}
            defaultValue={name}
            maxLength={60}
          />
          <button type="submit" className="btn btn--primary btn--sm">
            {t("save")}
          </button>
          <button type="button" className="btn btn--line btn--sm" onClick={close}>
            {t("cancel")}
          </button>
        </form>
      ) : (
        <>
          <div className="grow">
            <div className="med wrap-anywhere">{name}</div>
            <div className="faint xs">
              {[
                t("made", { date: day(createdAt) }),
                lastUsedAt ? t("used", { date: day(lastUsedAt) }) : t("unused"),
                ...(synced ? [t("synced")] : []),
              ].join(" · ")}
            </div>
          </div>
          <button
            type="button"
            className="btn btn--line btn--sm"
            aria-label={t("renameName", { name })}
            onClick={() => setOpen("rename")}
          >
            {t("rename")}
          </button>
          <button
            type="button"
            className="btn btn--line btn--sm"
            aria-label={t("removeName", { name })}
            onClick={() => setOpen("remove")}
          >
            {t("remove")}
          </button>
        </>
      )}
      <Ask
        open={open === "remove"}
        onClose={close}
        title={t("ask", { name })}
        text={t("askText")}
        keep={t("keep")}
        act={t("remove")}
        onAct={remove}
      />
    </li>
  )
}

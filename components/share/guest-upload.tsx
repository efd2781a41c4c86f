"use client"

import { ImagePlus } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useId, useState } from "react"
import { TextField } from "@/components/account/text-field"
import type { GuestSelf } from "@/components/api/guests"
import { accepted } from "@/components/upload/engine/admit"
import { GuestPhoto } from "./guest-photo"
import { guestCalled, knownGuest } from "./guest-self"
import { useGuestUploads } from "./use-guest-uploads"

type Props = {
  token: string
  owner: string
  limits: { photos: number; photoBytes: number; partSize: number }
}

/** Guests add photos: their name is asked once, then they choose files. Each waits for whose album it is. */
export function GuestUpload({ token, owner, limits }: Props) {
  const t = useTranslations("share.guest")
  const id = useId()
  const [self, setSelf] = useState<GuestSelf>()
  const [missing, setMissing] = useState(false)
  useEffect(() => setSelf(knownGuest()), [])
  const { items, refusals, add, remove } = useGuestUploads(token, self, limits)
  const sent = items.filter(({ stage }) => stage === "ready").length
  return (
    <section className="panel stack stack--12 p-5" aria-labelledby={id}>
      <h2 id={id} className="h-sec">
        {t("heading")}
      </h2>
      <p className="muted">{t("text", { name: owner })}</p>
      {self ? (
        <>
          <p className="row row--wrap">
            <label className="btn btn--primary">
              <ImagePlus className="i i--sm" aria-hidden="true" />
              {t("choose")}
              <input
                type="file"
                multiple
                accept={accepted}
                className="vh"
                onChange={({ currentTarget }) => {
                  add([...(currentTarget.files ?? [])])
                  currentTarget.value = ""
                }}
              />
            </label>
            <span className="faint" dir="auto">
              {t("as", { name: self.name })}
            </span>
            <button type="button" className="btn btn--quiet" onClick={() => setSelf(undefined)}>
              {t("rename")}
            </button>
          </p>
          <ul className="list" aria-label={t("photos")}>
            {items.map((upload) => (
              <GuestPhoto key={upload.key} upload={upload} onRemove={() => remove(upload)} />
            ))}
          </ul>
          {refusals.length > 0 && (
            <p className="err" role="alert">
              {t("refused", { count: refusals.length, name: refusals[0]?.name ?? "" })}
            </p>
          )}
          <p className="vh" role="status">
            {sent > 0 && t("sent", { count: sent })}
          </p>
        </>
      ) : (
        <form
          className="stack stack--12 max-w-form"
          onSubmit={(event) => {
            event.preventDefault()
            const name = String(new FormData(event.currentTarget).get("name") ?? "").trim()
            setMissing(name === "")
            if (name) setSelf(guestCalled(name))
          }}
        >
          <TextField
            name="name"
            label={t("name")}
            hint={t("nameHint", { name: owner })}
            maxLength={60}
            autoComplete="name"
            fault={missing ? t("nameMissing") : undefined}
          />
          <button type="submit" className="btn btn--primary justify-self-start">
            {t("go")}
          </button>
        </form>
      )}
    </section>
  )
}

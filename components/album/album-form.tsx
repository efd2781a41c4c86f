"use client"

import { useTranslations } from "next-intl"
import { useId, useState } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { SubmitButton } from "@/components/account/submit-button"
import { TextField } from "@/components/account/text-field"
import { useForm } from "@/components/account/use-form"
import { albums } from "@/components/api/albums"
import { Dialog } from "@/components/ui/dialog"
import { Segments } from "@/components/ui/segments"
import { AlbumOrder, type AlbumView, maxAlbumDescription, maxAlbumTitle } from "@/core/album/album.schema"
import { Visibility } from "@/core/post/post.schema"
import { makeOnce } from "./make-once"
import { ParentField } from "./parent-field"

type Props = {
  /** The album to change; without it a new one is made. */
  album?: AlbumView
  /** Where a new one lies. */
  parentId?: string
  onClose: () => void
  /** What is to be done with it before the form is free again; what it throws is shown, and can be tried again. */
  onSaved: (album: AlbumView) => void | Promise<void>
}

/** Makes an album or changes one. Who sees it and where it lies is for its owner to say. */
export function AlbumForm({ album, parentId, onClose, onSaved }: Props) {
  const t = useTranslations("album")
  const titleId = useId()
  const owns = !album || album.role === "owner"
  const [visibility, setVisibility] = useState<Visibility>(album?.visibility ?? "private")
  const [order, setOrder] = useState<AlbumOrder>(album?.order ?? "hand")
  const [make] = useState(makeOnce)
  const [isMade, setMade] = useState(false)
  const { form, faults, problem, busy } = useForm({
    check: ({ title }) => ({ title: title?.trim() ? undefined : t("nameMissing") }),
    run: async ({ title = "", description = "", parent }) => {
      const words = { title, description, order, ...(owns ? { visibility } : {}) }
      const before = album?.path.at(-1)?.id ?? ""
      const place = parent === undefined || parent === before ? {} : { parentId: parent }
      const saved = album
        ? await albums.edit(album.id, { ...words, ...place })
        : await make({ ...words, ...(parentId ? { parentId } : {}) })
      setMade(!album)
      await onSaved(saved)
    },
  })
  return (
    <Dialog open onClose={onClose} labelledBy={titleId}>
      <h2 id={titleId} className="h-sec">
        {t(album ? "edit" : parentId ? "newInside" : "new")}
      </h2>
      <form {...form} className="stack stack--16">
        <FormProblem>{problem && isMade ? `${t("made")} ${problem}` : problem}</FormProblem>
        <TextField
          name="title"
          label={t("name")}
          defaultValue={album?.title}
          maxLength={maxAlbumTitle}
          autoComplete="off"
          fault={faults.title}
        />
        <div className="field">
          <label className="field__label" htmlFor={`${titleId}-about`}>
            {t("about")}
          </label>
          <textarea
            id={`${titleId}-about`}
            name="description"
            className="input min-h-23"
            rows={3}
            maxLength={maxAlbumDescription}
            defaultValue={album?.description}
          />
        </div>
        {owns && (
          <fieldset className="field">
            <legend className="field__label mb-1.5">{t("visibility.label")}</legend>
            <Segments
              choices={Visibility.options.map((value) => ({ value, label: t(`visibility.${value}`) }))}
              value={visibility}
              onChange={setVisibility}
            />
            <p className="hint">{t("visibilityHint")}</p>
          </fieldset>
        )}
        <fieldset className="field">
          <legend className="field__label mb-1.5">{t("order.label")}</legend>
          <Segments
            choices={AlbumOrder.options.map((value) => ({ value, label: t(`order.${value}`) }))}
            value={order}
            onChange={setOrder}
          />
        </fieldset>
        {album && owns && <ParentField album={album} />}
        <div className="dialog__end">
          <button type="button" className="btn btn--line" onClick={onClose}>
            {t("cancel")}
          </button>
          <SubmitButton busy={busy}>{t(album ? "save" : "create")}</SubmitButton>
        </div>
      </form>
    </Dialog>
  )
}

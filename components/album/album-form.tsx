"use client"

import { useTranslations } from "next-intl"
import { useEffect, useId, useState } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { SubmitButton } from "@/components/account/submit-button"
import { TextField } from "@/components/account/text-field"
import { useForm } from "@/components/account/use-form"
import { albums } from "@/components/api/albums"
import { Dialog } from "@/components/ui/dialog"
import { Segments } from "@/components/ui/segments"
import {
  type AlbumCard,
  AlbumOrder,
  type AlbumView,
  maxAlbumDescription,
  maxAlbumTitle,
} from "@/core/album/album.schema"
import { Visibility } from "@/core/post/post.schema"

type Props = {
  /** The album to change; without it a new one is made. */
  album?: AlbumView
  /** Where a new one lies. */
  parentId?: string
  onClose: () => void
  onSaved: (album: AlbumView) => void
}

/** Makes an album or changes one. Who sees it and where it lies is for its owner to say. */
export function AlbumForm({ album, parentId, onClose, onSaved }: Props) {
  const t = useTranslations("album")
  const titleId = useId()
  const owns = !album || album.role === "owner"
  const [visibility, setVisibility] = useState<Visibility>(album?.visibility ?? "private")
  const [order, setOrder] = useState<AlbumOrder>(album?.order ?? "hand")
  const { form, faults, problem, busy } = useForm({
    check: ({ title }) => ({ title: title?.trim() ? undefined : t("nameMissing") }),
    run: async ({ title = "", description = "", parent }) => {
      const words = { title, description, order, ...(owns ? { visibility } : {}) }
      const before = album?.path.at(-1)?.id ?? ""
      const place = parent === undefined || parent === before ? {} : { parentId: parent }
      onSaved(
        album
          ? await albums.edit(album.id, { ...words, ...place })
          : await albums.create({ ...words, ...(parentId ? { parentId } : {}) }),
      )
    },
  })
  return (
    <Dialog open onClose={onClose} labelledBy={titleId}>
      <h2 id={titleId} className="h-sec">
        {t(album ? "edit" : parentId ? "newInside" : "new")}
      </h2>
      <form {...form} className="stack stack--16">
        <FormProblem>{problem}</FormProblem>
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

/** Where the album lies among one's own; which places are possible is said when it is saved. */
function ParentField({ album }: { album: AlbumView }) {
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

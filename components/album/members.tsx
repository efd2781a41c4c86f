"use client"

import { UserMinus } from "lucide-react"
import { useTranslations } from "next-intl"
import { useId } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { SubmitButton } from "@/components/account/submit-button"
import { TextField } from "@/components/account/text-field"
import { useForm } from "@/components/account/use-form"
import { albums } from "@/components/api/albums"
import { Avatar } from "@/components/ui/avatar"
import { Dialog } from "@/components/ui/dialog"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import { AlbumRole, type AlbumView, type MemberView } from "@/core/album/album.schema"
import { useOpened } from "./use-opened"

type Props = { album: AlbumView; onClose: () => void }

/** Who is a member of an album, and for its managers the way to add people and take them out. */
export function Members({ album, onClose }: Props) {
  const t = useTranslations("album")
  const problemText = useProblemText()
  const titleId = useId()
  const {
    items: list,
    cursor,
    state,
    more,
    again,
  } = useOpened<MemberView>(`/api/albums/${album.id}/members`, ({ person }) => person.id)
  const roles = AlbumRole.options.filter((role) => album.role === "owner" || role !== "manager")
  const manages = album.role === "owner" || album.role === "manager"

  const tried = async (act: () => Promise<void>, done?: string) => {
    try {
      await act()
      if (done) toast(done)
    } catch (error) {
      toast(problemText(error))
    }
    await again()
  }
  const { form, faults, problem, busy } = useForm({
    check: ({ handle }) => ({ handle: handle?.trim() ? undefined : t("handle") }),
    run: async ({ handle = "", role = "viewer" }) => {
      await albums.addMember(album.id, handle.trim().replace(/^@/, ""), AlbumRole.parse(role))
      form.ref.current?.reset()
      toast(t("memberAdded"))
      await again()
    },
  })
  return (
    <Dialog open onClose={onClose} labelledBy={titleId}>
      <h2 id={titleId} className="h-sec">
        {t("people")}
      </h2>
      {manages && (
        <form {...form} className="stack stack--16">
          <FormProblem>{problem}</FormProblem>
          <TextField
            name="handle"
            label={t("handle")}
            hint={t("handleHint")}
            prefix="@"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            fault={faults.handle}
          />
          <div className="field">
            <label className="field__label" htmlFor={`${titleId}-role`}>
              {t("memberRole")}
            </label>
            <select id={`${titleId}-role`} name="role" className="input" defaultValue="viewer">
              {roles.map((role) => (
                <option key={role} value={role}>
                  {t(`role.${role}`)}: {t(`roleHint.${role}`)}
                </option>
              ))}
            </select>
          </div>
          <SubmitButton busy={busy}>{t("addMember")}</SubmitButton>
        </form>
      )}
      <div role="status" className="muted">
        {state === "idle" ? list.length === 0 && t("noMembers") : t(state)}
      </div>
      <ul className="albumlist" aria-label={t("people")}>
        {list.map(({ person, role }) => {
          const below = manages && roles.some((each) => each === role)
          return (
            <li key={person.id} className="memberrow">
              <Avatar person={person} size="sm" />
              <span className="grid min-w-0">
                <span className="cut" dir="auto">
                  {person.name}
                </span>
                <span className="faint xs">@{person.handle}</span>
              </span>
              {below ? (
                <select
                  className="input"
                  aria-label={t("roleOf", { name: person.name })}
                  value={role}
                  onChange={({ target }) =>
                    tried(() => albums.setMember(album.id, person.id, AlbumRole.parse(target.value)))
                  }
                >
                  {roles.map((each) => (
                    <option key={each} value={each}>
                      {t(`role.${each}`)}
                    </option>
                  ))}
                </select>
              ) : (
                <span className="muted ms-auto">{t(`role.${role}`)}</span>
              )}
              {below && (
                <button
                  type="button"
                  className="icon"
                  aria-label={t("removeMember", { name: person.name })}
                  title={t("removeMember", { name: person.name })}
                  onClick={() =>
                    tried(() => albums.removeMember(album.id, person.id), t("removed", { name: person.name }))
                  }
                >
                  <UserMinus className="i" aria-hidden="true" />
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {cursor && (
        <button type="button" className="btn btn--quiet" onClick={more}>
          {t("older")}
        </button>
      )}
      <div className="dialog__end">
        <button type="button" className="btn btn--line" onClick={onClose}>
          {t("close")}
        </button>
      </div>
    </Dialog>
  )
}

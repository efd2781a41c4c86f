"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { people } from "@/components/api/people"
import { MoreButton } from "@/components/people/more-button"
import { PersonRow } from "@/components/people/person-row"
import { useMore } from "@/components/people/use-more"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { ApartView } from "@/core/block/block.schema"
import type { Page } from "@/core/page.schema"

type Props = { kind: "blocks" | "mutes"; page: Page<ApartView> }

const undo = { blocks: people.unblock, mutes: people.unmute }

/** Whom one blocked or muted, with the way back. */
export function ApartList({ kind, page }: Props) {
  const t = useTranslations(`settings.privacy.${kind}`)
  const peopleWords = useTranslations("people")
  const problemText = useProblemText()
  const { items, nextCursor, state, more, without } = useMore<ApartView>(`/api/me/${kind}`, page)
  const [busy, setBusy] = useState<string>()

  const free = async ({ id, handle, name }: ApartView) => {
    if (busy) return
    setBusy(id)
    try {
      await undo[kind](handle)
      without(id)
      toast(t("undone", { name }))
    } catch (error) {
      toast(problemText(error))
    }
    setBusy(undefined)
  }
  if (items.length === 0) return <p className="muted">{t("none")}</p>
  return (
    <>
      <ul className="list panel px-5 py-1" aria-label={t("title")}>
        {items.map((person) => (
          <PersonRow key={person.id} person={person} linked={kind === "mutes"}>
            <button
              type="button"
              className="btn btn--line btn--sm"
              aria-label={t("undoName", { name: person.name })}
              aria-disabled={busy === person.id}
              onClick={() => free(person)}
            >
              {t("undo")}
            </button>
          </PersonRow>
        ))}
      </ul>
      {nextCursor !== null && (
        <MoreButton
          state={state}
          more={more}
          words={{
            more: peopleWords("more"),
            loading: peopleWords("loading"),
            unreachable: peopleWords("unreachable"),
          }}
        />
      )}
    </>
  )
}

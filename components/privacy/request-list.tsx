"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import { people } from "@/components/api/people"
import { MoreButton } from "@/components/people/more-button"
import { PersonRow } from "@/components/people/person-row"
import { useMore } from "@/components/people/use-more"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { FollowRequestView } from "@/core/follow/follow.schema"
import type { Page } from "@/core/page.schema"

type Props = {
  page: Page<FollowRequestView>
  /** When the page was made: the server and the browser say the same. */
  now: string
}

/** Who asks to follow, with the two answers. */
export function RequestList({ page, now }: Props) {
  const t = useTranslations("settings.privacy")
  const peopleWords = useTranslations("people")
  const format = useFormatter()
  const problemText = useProblemText()
  const { items, nextCursor, state, more, without } = useMore<FollowRequestView>(
    "/api/me/follow-requests",
    page,
  )
  const [busy, setBusy] = useState<string>()

  const decide = async ({ id, name }: FollowRequestView, decision: "accept" | "decline") => {
    if (busy) return
    setBusy(id)
    try {
      await people.decide(id, decision)
      without(id)
      toast(t(decision === "accept" ? "accepted" : "declined", { name }))
    } catch (error) {
      toast(problemText(error))
    }
    setBusy(undefined)
  }
  if (items.length === 0) return <p className="muted">{t("noRequests")}</p>
  return (
    <>
      <ul className="list panel px-5 py-1" aria-label={t("requests")}>
        {items.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            note={format.relativeTime(new Date(person.requestedAt), new Date(now))}
          >
            {(["accept", "decline"] as const).map((decision) => (
              <button
                key={decision}
                type="button"
                className={`btn btn--sm ${decision === "accept" ? "btn--primary" : "btn--line"}`}
                aria-label={t(`${decision}Name`, { name: person.name })}
                aria-disabled={busy === person.id}
                onClick={() => decide(person, decision)}
              >
                {t(decision)}
              </button>
            ))}
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

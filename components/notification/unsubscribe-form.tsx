"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { SubmitButton } from "@/components/account/submit-button"
import { useForm } from "@/components/account/use-form"
import { notifications } from "@/components/api/notifications"
import { ProblemError } from "@/components/api-call"
import { Link } from "@/i18n/navigation"

type State = "asking" | "done" | "spent"

/** Ends the daily mail with the token of its link, on a press: programs that look through mail open links too. */
export function UnsubscribeForm({ token }: { token: string }) {
  const t = useTranslations("notifications.unsubscribe")
  const [state, setState] = useState<State>(token ? "asking" : "spent")
  const { form, problem, busy } = useForm({
    check: () => ({}),
    run: async () => setState(await ended(token)),
  })
  const words = {
    asking: ["title", "lead"],
    done: ["done", "doneLead"],
    spent: ["spent", "spentLead"],
  } as const
  const [heading, lead] = words[state]
  return (
    <>
      <div className="stack" role="status">
        <h1 className="h-page">{t(heading)}</h1>
        <p className="muted">{t(lead)}</p>
      </div>
      <FormProblem>{problem}</FormProblem>
      {state === "asking" ? (
        <form {...form}>
          <SubmitButton busy={busy} wide>
            {t("submit")}
          </SubmitButton>
        </form>
      ) : (
        <Link className="btn btn--line btn--lg btn--wide" href="/settings/notifications">
          {t("settings")}
        </Link>
      )}
    </>
  )
}

async function ended(token: string): Promise<State> {
  try {
    await notifications.unsubscribe(token)
    return "done"
  } catch (error) {
    if (error instanceof ProblemError && (error.status === 400 || error.status === 404)) return "spent"
    throw error
  }
}

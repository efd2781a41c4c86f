"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { account } from "@/components/api/account"
import { ProblemError } from "@/components/api-call"
import { FormProblem } from "./form-problem"
import { SubmitButton } from "./submit-button"
import { useForm } from "./use-form"

type Props = { token: string; next: string }
type State = "asking" | "done" | "spent"

/**
 * Confirms an e-mail address with a token from a mail. On a press, not by itself: programs that look through mail
 * open links too, and a token works once.
 */
export function VerifyForm({ token, next }: Props) {
  const t = useTranslations("auth.verify")
  const [state, setState] = useState<State>("asking")
  const { form, problem, busy } = useForm({
    check: () => ({}),
    run: async () => setState(await verified(token)),
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
        <a className="btn btn--primary btn--lg btn--wide" href={next}>
          {t("go")}
        </a>
      )}
    </>
  )
}

/** Tokens that are used up, too old or never were get one answer. */
async function verified(token: string): Promise<State> {
  try {
    await account.verify(token)
    return "done"
  } catch (error) {
    const spent = error instanceof ProblemError && [400, 404, 409, 410, 422].includes(error.status)
    if (spent) return "spent"
    throw error
  }
}

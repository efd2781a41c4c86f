import { getTranslations } from "next-intl/server"
import { ClientMessages } from "@/components/client-messages"
import type { AccountState } from "@/core/account/account.schema"
import { Command } from "./command"
import { Standing } from "./standing"

type Props = {
  account: AccountState
  stage: string
  /** Whether it is the account of whoever looks. */
  own: boolean
}

/** What may be decided about an account, and what a command alone does. */
export async function DecidePerson({ account, stage, own }: Props) {
  const t = await getTranslations("admin.person")
  const { handle } = account
  const words = {
    why: t("why"),
    keep: t("keep"),
    acts: { suspend: t("suspend"), restore: t("restore"), signOut: t("signOut") },
    done: {
      suspend: t("suspended", { handle }),
      restore: t("restored", { handle }),
      signOut: t("signedOut", { handle }),
    },
  }
  const questions = {
    suspend: { title: t("askSuspend", { handle }), text: t("askSuspendText") },
    signOut: { title: t("askSignOut", { handle }), text: t("askSignOutText") },
  }
  return (
    <section className="panel panel__pad stack stack--16 lead">
      <h2 className="h-sec">{t("decide")}</h2>
      {own ? (
        <p className="muted">{t("oneself")}</p>
      ) : (
        <ClientMessages of={["api"]}>
          <Standing
            userId={account.id}
            suspended={account.suspendedAt !== undefined}
            words={words}
            questions={questions}
          />
        </ClientMessages>
      )}
      <div className="stack stack--4">
        <p className="faint xs">{t("promote")}</p>
        <Command line={`user promote ${handle} --role moderator`} stage={stage} />
      </div>
    </section>
  )
}

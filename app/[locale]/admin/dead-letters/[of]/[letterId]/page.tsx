import { getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { site } from "@/app/_server/site"
import { Command } from "@/components/admin/command"
import { LetterActs } from "@/components/admin/letter-acts"
import { LetterFacts } from "@/components/admin/letter-facts"
import { ClientMessages } from "@/components/client-messages"
import { Admin } from "@/core/admin"
import { Link } from "@/i18n/navigation"
import { AdminPage, adminHere, adminMetadata } from "../../../../admin-page"

export const generateMetadata = adminMetadata("deadLetters")

type Props = { params: Promise<{ of: string; letterId: string }> }

/** One dead letter: what it is about, why it was refused, and what can be done. */
export default async function DeadLetterPage({ params }: Props) {
  const actor = await adminHere()
  const { of, letterId } = await params
  const letter = await orNotFound(Admin.letter(actor, { of: of as "digest", letterId }))
  const t = await getTranslations("admin.deadLetters")
  return (
    <AdminPage part="deadLetters">
      <Link className="muted" href="/admin/dead-letters">
        ← {t("back")}
      </Link>
      <h1 className="h-page">{letter.of}</h1>
      <p className="notice notice--danger">{letter.why}</p>
      <LetterFacts letter={letter} />
      <section className="panel panel__pad stack stack--16 lead">
        <h2 className="h-sec">{t("decide")}</h2>
        <p className="muted">{letter.byCommand ? t("byCommand") : t("again")}</p>
        {letter.byCommand && <Command line={`dlq redrive ${letter.id}`} stage={site.stage} />}
        <ClientMessages of={["api"]}>
          <LetterActs
            letter={{ of: letter.of, id: letter.id, byCommand: letter.byCommand }}
            words={{
              redrive: t("redrive"),
              discard: t("discard"),
              keep: t("keep"),
              ask: t("askDiscard"),
              askText: t("askDiscardText"),
              redriven: t("redriven"),
              discarded: t("discarded"),
            }}
          />
        </ClientMessages>
      </section>
      <section className="stack">
        <h2 className="h-sec">{t("event")}</h2>
        <p className="faint xs">{t("discreet")}</p>
        <code className="command">{JSON.stringify(letter.event, null, 2)}</code>
      </section>
    </AdminPage>
  )
}

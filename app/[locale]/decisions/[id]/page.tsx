import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { currentActor } from "@/app/_server/actor"
import { orNotFound } from "@/app/_server/page"
import { Appealed } from "@/components/safety/appealed"
import { DecisionText } from "@/components/safety/decision-text"
import { Moderation } from "@/core/moderation"
import { PageFrame } from "../../page-frame"

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ proof?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("safety.decision")
  // The link of a mail stands in the address: it is told to no other site.
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" }
}

/** A moderator's decision, for whom it concerns: what, by which rule, why, and how to appeal. */
export default async function DecisionPage({ params, searchParams }: Props) {
  const [{ id }, { proof: given }] = await Promise.all([params, searchParams])
  const proof = typeof given === "string" ? given : undefined
  const actor = await currentActor()
  const decision = await orNotFound(Moderation.read(actor, { id, ...(proof ? { proof } : {}) }))
  return (
    <PageFrame className="page page--text">
      <div className="stack stack--24">
        <DecisionText decision={decision} />
        <Appealed decision={decision} proof={proof} />
      </div>
    </PageFrame>
  )
}

import { CircleCheck, TriangleAlert } from "lucide-react"
import { getTranslations } from "next-intl/server"
import type { ExplanationView } from "@/core/explain/explain.schema"
import { Command } from "./command"

type Props = { problems: ExplanationView["problems"]; stage: string }

/** What is not as it should be, each with the command to go on with. */
export async function Problems({ problems, stage }: Props) {
  const t = await getTranslations("admin.explain")
  if (problems.length === 0)
    return (
      <p className="notice notice--ok">
        <CircleCheck className="i" aria-hidden="true" />
        {t("fine")}
      </p>
    )
  return (
    <section className="stack">
      <h2 className="h-sec">{t("problems")}</h2>
      {problems.map(({ what, next }) => (
        <div key={what} className="notice notice--danger">
          <TriangleAlert className="i" aria-hidden="true" />
          <div className="grow stack stack--4">
            <p lang="en">{what}</p>
            <Command line={next} stage={stage} />
          </div>
        </div>
      ))}
    </section>
  )
}

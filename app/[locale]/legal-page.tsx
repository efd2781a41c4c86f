import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { LegalSections } from "@/components/legal/legal-sections"
import { retention } from "@/core/account/retention.schema"
import { PageFrame } from "./page-frame"
import { pageMetadata } from "./page-metadata"

type Part = "terms" | "privacy"
type Props = {
  part: Part
  /** The day since which it holds. */
  version: string
  /** Its sections in order, with how many paragraphs each has. */
  sections: readonly (readonly [id: string, paragraphs: number])[]
}

export async function legalMetadata(part: Part, locale: string) {
  const t = await getTranslations(`legal.${part}`)
  const { name, operator } = site
  return pageMetadata({
    locale,
    path: `/${part}`,
    title: t("title"),
    description: t("lead", { site: name, operator: operator.name, email: operator.email }),
  })
}

/** What people agree to, or are told: every number in it is the software's own. */
export async function LegalPage({ part, version, sections }: Props) {
  const t = await getTranslations("legal")
  const facts = {
    site: site.name,
    operator: site.operator.name,
    email: site.operator.email,
    age: site.minimumAge,
    grace: site.graceDays,
    ...retention,
  }
  return (
    <PageFrame className="page page--text">
      <div className="stack stack--32">
        <div className="stack stack--16">
          <h1 className="text-2xl">{t(`${part}.title`)}</h1>
          <p className="muted base">{t(`${part}.lead`, facts)}</p>
          <p className="faint xs">{t("version", { date: version })}</p>
        </div>
        <LegalSections
          sections={sections.map(([id, count]) => ({
            id,
            title: t(`${part}.${id}.title` as never),
            lines: Array.from({ length: count }, (_, line) =>
              t(`${part}.${id}.${line + 1}` as never, facts as never),
            ),
          }))}
        />
      </div>
    </PageFrame>
  )
}

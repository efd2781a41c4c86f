import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { Link } from "@/i18n/navigation"
import { PageFrame } from "../page-frame"
import { pageMetadata } from "../page-metadata"

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  const t = await getTranslations("about")
  return pageMetadata({
    locale,
    path: "/about",
    title: t("title", { site: site.name }),
    description: t("lead"),
  })
}

const sections = ["whole", "order", "private", "words"] as const

export default async function AboutPage() {
  const t = await getTranslations("about")
  return (
    <PageFrame className="page page--text">
      <div className="stack stack--32">
        <div className="stack stack--16">
          <h1 className="text-2xl">{t("title", { site: site.name })}</h1>
          <p className="muted base">{t("lead")}</p>
        </div>
        {sections.map((section) => (
          <section key={section} className="stack">
            <h2 className="h-sec">{t(`${section}Title`)}</h2>
            <p className="base">{t(section)}</p>
          </section>
        ))}
        <Link className="btn btn--primary justify-self-start" href="/explore">
          {t("act")}
        </Link>
      </div>
    </PageFrame>
  )
}

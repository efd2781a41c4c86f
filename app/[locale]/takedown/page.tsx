import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { ClientMessages } from "@/components/client-messages"
import { TakedownForm } from "@/components/safety/takedown-form"
import { PageFrame } from "../page-frame"
import { pageMetadata } from "../page-metadata"

type Props = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ locale }, t] = [await params, await getTranslations("safety.takedown")]
  return pageMetadata({ locale, path: "/takedown", title: t("title"), description: t("lead") })
}

/** Where anybody says that something here breaks a right. */
export default async function TakedownPage() {
  const t = await getTranslations("safety.takedown")
  return (
    <PageFrame className="page page--text">
      <div className="stack stack--24">
        <div className="stack stack--4">
          <h1 className="h-page">{t("title")}</h1>
          <p className="muted base">{t("lead")}</p>
        </div>
        <ClientMessages of={["api", "safety"]}>
          <TakedownForm />
        </ClientMessages>
      </div>
    </PageFrame>
  )
}

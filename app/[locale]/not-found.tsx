import type { Metadata } from "next"
import { useTranslations } from "next-intl"
import { getTranslations } from "next-intl/server"
import { Blank } from "@/components/ui/blank"
import { Link } from "@/i18n/navigation"
import { PageFrame } from "./page-frame"

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notFound")
  return { title: t("title") }
}

export default function NotFound() {
  const t = useTranslations("notFound")
  return (
    <PageFrame>
      <Blank
        whole
        frame={
          <div className="passepartout" aria-hidden="true">
            404
          </div>
        }
        heading={t("heading")}
        text={t("text")}
      >
        <Link className="btn btn--primary" href="/explore">
          {t("act")}
        </Link>
      </Blank>
    </PageFrame>
  )
}

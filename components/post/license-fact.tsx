import { Copyright, CreativeCommons } from "lucide-react"
import { useLocale, useTranslations } from "next-intl"
import type { License } from "@/core/post/post.schema"
import { deedOf } from "./deed-of"

/** What others may do with the photos, with the words of the licence itself where there is one. */
export function LicenseFact({ license }: { license: License }) {
  const t = useTranslations("license")
  const deed = deedOf(license, useLocale())
  const Icon = deed ? CreativeCommons : Copyright
  return (
    <dl className="facts">
      <div>
        <dt>
          <Icon className="i" aria-hidden="true" />
          <span className="vh">{t("label")}</span>
        </dt>
        <dd>
          {deed ? (
            <a className="link" href={deed} target="_blank" rel="license noreferrer">
              {t(`${license}.name`)}
            </a>
          ) : (
            t(`${license}.name`)
          )}
          {deed && <span className="faint xs block">{t(`${license}.means`)}</span>}
        </dd>
      </div>
    </dl>
  )
}

import { getTranslations } from "next-intl/server"
import type { ComponentProps } from "react"
import { site } from "@/app/_server/site"
import { Split } from "@/components/account/split"
import { Locked } from "@/components/share/locked"

/** Beside the form the frame is empty: of what the link opens nothing is told. */
export async function LockedPage(props: ComponentProps<typeof Locked>) {
  const t = await getTranslations("layout")
  return (
    <Split site={site.name} otherLanguage={t("otherLanguage")}>
      <Locked {...props} />
    </Split>
  )
}

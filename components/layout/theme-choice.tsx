import { useTranslations } from "next-intl"
import { ThemeSwitch } from "./theme-switch"

/** The theme switch with its words. */
export function ThemeChoice() {
  const t = useTranslations("layout")
  return (
    <ThemeSwitch words={{ theme: t("theme"), light: t("light"), dark: t("dark"), system: t("system") }} />
  )
}

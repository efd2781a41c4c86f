import { getLocale, getTranslations } from "next-intl/server"
import { pageMetadata } from "./page-metadata"

/** What a page around an account says of itself: wherever it leads on to, its address is one. */
export async function accountMetadata(page: "signin" | "signup") {
  const [locale, t, layout] = await Promise.all([
    getLocale(),
    getTranslations(`auth.${page}`),
    getTranslations("layout"),
  ])
  return pageMetadata({ locale, path: `/${page}`, title: t("title"), description: layout("description") })
}

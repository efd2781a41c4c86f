"use client"

import { usePathname as useNextPathname, useRouter as useNextRouter, useParams } from "next/navigation"
import { useMemo } from "react"
import { getPathname, type Href, isLocale, withoutLocale } from "./path"
import { type Locale, routing } from "./routing"

/** The language of the page, by its address: no translator is needed to know it. */
export function useLocale(): Locale {
  const { locale } = useParams<{ locale?: string }>()
  return isLocale(locale) ? locale : routing.defaultLocale
}

/** The page's address without its language. */
export const usePathname = () => withoutLocale(useNextPathname())

/** Next's router, whose `push` and `replace` keep the language of the page or take another one. */
export function useRouter() {
  const router = useNextRouter()
  const current = useLocale()
  return useMemo(() => {
    const localised =
      (go: typeof router.push) =>
      (href: Href, { locale = current, ...options }: { locale?: string; scroll?: boolean } = {}) =>
        go(getPathname({ href, locale }), options)
    return { ...router, push: localised(router.push), replace: localised(router.replace) }
  }, [router, current])
}

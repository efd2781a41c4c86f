"use client"

import NextLink from "next/link"
import type { ComponentProps } from "react"
import { useLocale } from "./hooks"
import { getPathname, type Href } from "./path"

type Props = Omit<ComponentProps<typeof NextLink>, "href" | "locale"> & {
  href: Href
  /** Another language than that of the page. */
  locale?: string
}

/**
 * A link that keeps the language of the page. It fetches nothing ahead: pages are quick, and a grid would
 * ask for dozens of them.
 */
export function Link({ href, locale, ...props }: Props) {
  const current = useLocale()
  return (
    <NextLink
      prefetch={false}
      hrefLang={locale}
      {...props}
      href={getPathname({ href, locale: locale ?? current })}
    />
  )
}

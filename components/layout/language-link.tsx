"use client"

import { useLocale } from "next-intl"
import type { ReactNode } from "react"
import { Link, usePathname } from "@/i18n/navigation"

type Props = { className?: string; children: ReactNode }

/** The same page in the other language. */
export function LanguageLink({ className, children }: Props) {
  const other = useLocale() === "ja" ? "en" : "ja"
  const path = usePathname()
  return (
    <Link className={className} href={path} locale={other} lang={other}>
      {children}
    </Link>
  )
}

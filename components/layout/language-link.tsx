"use client"

import type { ReactNode } from "react"
import { Link, useLocale, usePathname } from "@/i18n/navigation"

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

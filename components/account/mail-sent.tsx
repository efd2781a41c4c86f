"use client"

import { MailCheck } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { Link } from "@/i18n/navigation"

type Props = { email: string; purpose: "signup" | "forgot" }

/** Tells where to go on: in the mail. Says the same whether the address is known here or not. */
export function MailSent({ email, purpose }: Props) {
  const t = useTranslations("auth.sent")
  const heading = useRef<HTMLHeadingElement>(null)
  // The form that had the focus is gone; whoever listens hears what came instead.
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="stack stack--16">
      <MailCheck className="i i--lg" />
      <h1 ref={heading} tabIndex={-1} className="h-page outline-none">
        {t("heading")}
      </h1>
      <p className="base wrap-anywhere">{t(purpose, { email })}</p>
      <p className="muted">{t("spam")}</p>
      <Link className="btn btn--line justify-self-start" href="/signin">
        {t("signin")}
      </Link>
    </div>
  )
}

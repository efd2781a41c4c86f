"use client"

import { usePathname } from "next/navigation"
import { useEffect } from "react"
import sentences from "@/messages/fault.json"

type Props = { error: unknown; retry: () => void }

/**
 * The page that says something broke. It stands alone: neither translator nor session is needed for it, and no other
 * component, as its script comes with every page.
 */
export function Fault({ error, retry }: Props) {
  const japanese = /^\/ja(\/|$)/.test(usePathname())
  const say = sentences[japanese ? "ja" : "en"]
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined

  useEffect(() => {
    document.title = say.heading
  }, [say])

  return (
    <main id="main">
      <div className="blank">
        <div className="frame frame--crooked" aria-hidden="true">
          <svg viewBox="0 0 48 32" width="84" className="hills" aria-hidden="true">
            <path d="m14 22 6-6 5 4 4-5 6 7" />
          </svg>
        </div>
        <h1>{say.heading}</h1>
        <p>{say.text}</p>
        <div className="blank__do">
          <button type="button" className="btn btn--primary" onClick={retry}>
            {say.retry}
          </button>
          <a className="btn btn--line" href={japanese ? "/ja" : "/"}>
            {say.home}
          </a>
        </div>
        {digest && (
          <p className="blank__note">
            {say.reference} <span className="num font-mono">{digest}</span>
          </p>
        )}
      </div>
    </main>
  )
}

"use client"

import { usePathname } from "next/navigation"
import { useEffect } from "react"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import sentences from "@/messages/fault.json"

type Props = { error: unknown; retry: () => void }

/** The page that says something broke. It stands alone: neither translator nor session is needed for it. */
export function Fault({ error, retry }: Props) {
  const japanese = /^\/ja(\/|$)/.test(usePathname())
  const say = sentences[japanese ? "ja" : "en"]
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined

  useEffect(() => {
    document.title = say.heading
  }, [say])

  return (
    <main id="main">
      <Blank
        whole
        frame={
          <Frame crooked>
            <svg viewBox="0 0 48 32" width="84" className="hills" aria-hidden="true">
              <path d="m14 22 6-6 5 4 4-5 6 7" />
            </svg>
          </Frame>
        }
        heading={say.heading}
        text={say.text}
        note={
          digest && (
            <>
              {say.reference} <span className="num font-mono">{digest}</span>
            </>
          )
        }
      >
        <button type="button" className="btn btn--primary" onClick={retry}>
          {say.retry}
        </button>
        <a className="btn btn--line" href={japanese ? "/ja" : "/"}>
          {say.home}
        </a>
      </Blank>
    </main>
  )
}

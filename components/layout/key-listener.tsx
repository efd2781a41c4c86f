"use client"

import { lazy, Suspense, useEffect, useRef, useState } from "react"
import { isTyping } from "@/components/ui/is-typing"
import { useRouter } from "@/i18n/navigation"
import type { KeyListWords } from "./key-list"

const KeyList = lazy(() => import("./key-list").then((module) => ({ default: module.KeyList })))

// How long "g" waits for the key after it.
const chord = 1500

type Props = { member: boolean; words: KeyListWords }

/** Goes where a key leads, and lists the keys on "?". Not while something is typed, nor over a dialog. */
export function KeyListener({ member, words }: Props) {
  const router = useRouter()
  const gone = useRef(0)
  const [listed, setListed] = useState(false)

  useEffect(() => {
    const go = (path: string) => () => router.push(path)
    const alone: Record<string, () => void> = {
      g: () => {
        gone.current = Date.now()
      },
      "/": () => focusSearch() || router.push("/search"),
      "?": () => setListed(true),
      ...(member && { n: go("/upload") }),
    }
    const afterG: Record<string, () => void> = { h: go("/"), e: go("/explore") }
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.repeat || isBusy(event.target)) return
      const act = (Date.now() - gone.current < chord && afterG[event.key]) || alone[event.key]
      if (!act) return
      event.preventDefault()
      gone.current = 0
      act()
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [router, member])

  return listed ? (
    <Suspense>
      <KeyList words={words} onClose={() => setListed(false)} />
    </Suspense>
  ) : null
}

const isBusy = (target: EventTarget | null) =>
  document.querySelector("dialog[open]") !== null || isTyping(target)

function focusSearch(): boolean {
  const fields = [...document.querySelectorAll<HTMLElement>("[data-search]")]
  const field = fields.find((one) => one.offsetParent !== null) ?? null
  field?.focus()
  return field !== null && document.activeElement === field
}

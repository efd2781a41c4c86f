"use client"

import { lazy, Suspense, useState } from "react"
import { usePageKeys } from "@/components/ui/use-page-keys"
import { useRouter } from "@/i18n/navigation"
import type { KeyListWords } from "./key-list"

const KeyList = lazy(() => import("./key-list").then((module) => ({ default: module.KeyList })))

type Props = { member: boolean; words: KeyListWords }

/** Goes where a key leads, and lists the keys on "?". */
export function KeyListener({ member, words }: Props) {
  const router = useRouter()
  const [listed, setListed] = useState(false)
  const go = (path: string) => () => router.push(path)
  usePageKeys({
    "g h": go("/"),
    "g e": go("/explore"),
    "/": () => focusSearch() || router.push("/search"),
    "?": () => setListed(true),
    ...(member && { n: go("/upload") }),
  })

  return listed ? (
    <Suspense>
      <KeyList words={words} onClose={() => setListed(false)} />
    </Suspense>
  ) : null
}

function focusSearch(): boolean {
  const fields = [...document.querySelectorAll<HTMLElement>("[data-search]")]
  const field = fields.find((one) => one.offsetParent !== null) ?? null
  field?.focus()
  return field !== null && document.activeElement === field
}

"use client"

import { useState } from "react"
import { imports } from "@/components/api/imports"
import { usePolling } from "@/components/use-polling"
import type { ImportView } from "@/core/import/import.schema"
import { ImportCard } from "./import-card"
import { ImportForm } from "./import-form"
import { useSending } from "./use-sending"

const ends = ["done", "failed", "cancelled"]

/** Brings archives in: chooses one, shows how far it is, and what became of everything in it. */
export function ImportPanel({ initial }: { initial: readonly ImportView[] }) {
  const [items, setItems] = useState(initial)
  const put = (view: ImportView) =>
    setItems((all) =>
      [view, ...all.filter(({ id }) => id !== view.id)].sort((a, b) => (a.id < b.id ? 1 : -1)),
    )
  const refresh = async (signal?: AbortSignal) => setItems((await imports.list(signal)).items)
  const sending = useSending(refresh)
  const isOpen = items.some(({ state }) => !ends.includes(state))
  usePolling(
    async (signal) => {
      if (!items.some(({ state }) => state === "reading" || state === "importing")) return false
      await refresh(signal)
      return true
    },
    { first: 2, most: 20 },
  )
  return (
    <div className="stack stack--16">
      {!isOpen && (
        <ImportForm
          onBegun={(view, files) => {
            put(view)
            sending.start(view, files)
          }}
        />
      )}
      {items.length > 0 && (
        <ul className="stack stack--16">
          {items.map((view) => (
            <ImportCard
              key={view.id}
              view={view}
              sending={sending}
              onChanged={put}
              onEnded={() => refresh()}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

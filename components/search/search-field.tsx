"use client"

import { Camera, Search, X } from "lucide-react"
import { type FormEvent, type ReactNode, useEffect, useRef } from "react"
import type { SuggestView } from "@/core/search/search.schema"
import { Link, useRouter } from "@/i18n/navigation"
import { SuggestionLine } from "./suggestion-line"
import { useSuggestions } from "./use-suggestions"
import { type Sought, searchPath } from "./way"

export type FieldWords = Record<"search" | "hint" | "clear" | "camera" | "anyCamera" | "suggestions", string>

type Props = {
  sought: Sought
  /** The form's own address, for readers without a script. */
  action: string
  found: SuggestView
  words: FieldWords
  /** The ways to look at results, between the field and the line. */
  children?: ReactNode
}

/** Where one types what to look for. While one types, people and tags that it may mean stand in a line below. */
export function SearchField({ sought, action, found, words, children }: Props) {
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const isEmpty = sought.q === "" && sought.camera === ""
  const { suggestions, look } = useSuggestions(sought.q, found)

  // Whoever comes here wants to type; with results there is something to look at first.
  useEffect(() => {
    if (isEmpty) field.current?.focus()
  }, [isEmpty])

  const search = (event: FormEvent) => {
    event.preventDefault()
    const given = new FormData(form.current ?? undefined)
    const text = (name: string) => String(given.get(name) ?? "").trim()
    router.push(searchPath({ q: text("q"), type: sought.type, camera: text("camera") }))
  }

  return (
    <>
      <search>
        <form ref={form} className={isEmpty ? "find" : "find find--sought"} action={action} onSubmit={search}>
          <label className="find__field">
            <Search className="i i--sm" aria-hidden="true" />
            <span className="vh">{words.search}</span>
            <input
              key={sought.q}
              type="search"
              name="q"
              defaultValue={sought.q}
              maxLength={100}
              placeholder={words.hint}
              enterKeyHint="search"
              autoComplete="off"
              autoCapitalize="none"
              data-search=""
              ref={field}
              onChange={(event) => look(event.target.value)}
            />
            {!isEmpty && (
              <Link className="icon" href="/search" aria-label={words.clear}>
                <X className="i" aria-hidden="true" />
              </Link>
            )}
          </label>
          {sought.type === "posts" ? (
            <label className="find__field find__camera">
              <Camera className="i i--sm" aria-hidden="true" />
              <span className="vh">{words.camera}</span>
              <input
                key={sought.camera}
                name="camera"
                defaultValue={sought.camera}
                maxLength={100}
                placeholder={words.anyCamera}
                autoComplete="off"
              />
              <button type="submit" hidden />
            </label>
          ) : (
            <input type="hidden" name="type" value={sought.type} />
          )}
        </form>
      </search>
      {children}
      <SuggestionLine found={suggestions} label={words.suggestions} />
    </>
  )
}

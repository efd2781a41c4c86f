"use client"

import { useEffect, useEffectEvent, useRef, useState } from "react"
import { posts } from "@/components/api-client"
import { useProblemText } from "@/components/use-problem-text"
import type { Publication } from "@/core/draft/draft.schema"
import type { Upload } from "./uploads-state"
import { readiness } from "./uploads-view"

export type Words = { caption: string; visibility: "public" | "private" }
type Phase = "editing" | "waiting" | "sending" | "done"

/**
 * Publishing in two steps, so that the button works while uploads run: it is wanted first, and happens as soon as
 * the last photo's bytes are with the server.
 */
export function usePublish(
  items: readonly Upload[],
  words: Words,
  onDone: (publication: Publication) => void,
) {
  const [phase, setPhase] = useState<Phase>("editing")
  const [problem, setProblem] = useState<string>()
  const sent = useRef({ body: "", key: "" })
  const problemText = useProblemText()
  const state = readiness(items)

  const send = useEffectEvent(async () => {
    const body = { ...words, photos: items.map(({ photoId = "", altText }) => ({ photoId, altText })) }
    // The same post sent again after a lost answer must not become a second one.
    const json = JSON.stringify(body)
    if (sent.current.body !== json) sent.current = { body: json, key: crypto.randomUUID() }
    try {
      const publication = await posts.create(body, sent.current.key)
      setPhase("done")
      onDone(publication)
    } catch (error) {
      setPhase("editing")
      setProblem(problemText(error))
    }
  })

  useEffect(() => {
    if (phase !== "waiting" || state === "sending") return
    setPhase(state === "up" ? "sending" : "editing")
    if (state === "up") send()
  }, [phase, state])

  const publish = () => {
    setProblem(undefined)
    setPhase("waiting")
  }
  return { phase, state, problem, publish, hold: () => setPhase("editing") }
}

import type { Publication } from "@/core/draft/draft.schema"

type Listener = (publication: Publication) => void

const listeners = new Set<Listener>()

/** Tells what a post became when it was published. */
export function tellPublished(publication: Publication) {
  for (const listener of listeners) listener(publication)
}

/** @returns a function that ends it */
export function onPublished(listener: Listener) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

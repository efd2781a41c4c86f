import type { Scene } from "./scene"

/** Something that can be put right from here. */
export type Remedy = {
  /** In words to agree to: `set the capacity of … to on demand`. */
  change: string
  /** @returns what it did */
  apply: () => Promise<string>
}

type Seen = {
  /** With figures. */
  found: string
  /** What that says about the trouble. */
  means: string
  /** Lines of logs, rows: what it was read from. */
  evidence?: readonly string[]
}

/** What a step came upon: nothing, a sign of the trouble, the cause of some, or that it cannot be looked at here. */
export type Finding =
  | (Seen & { is: "fine" | "symptom" | "unknown" })
  | (Seen & {
      is: "cause"
      /** A sentence that names it. */
      cause: string
      /** The command to go on with, as it follows `npm run ops --`, without the stage. */
      next: string
      /** How much of the trouble it explains; what is broken at this moment says nothing, and comes first. */
      times?: number
      remedy?: Remedy
    })

/** One question of a walk. */
export type Step = {
  asks: string
  look: (scene: Scene) => Promise<Finding>
}

export const fine = (found: string, means = "This is not it."): Finding => ({ is: "fine", found, means })
export const unknown = (found: string, means = "Nothing can be said of it here."): Finding => ({
  is: "unknown",
  found,
  means,
})

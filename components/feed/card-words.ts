import type { ActsWords } from "@/components/post/acts-words"
import type { TileWords } from "@/components/post/words"

/** Sentences of a card, which is also made in the browser; see `TileWords`. */
export type CardWords = TileWords & {
  /** With `{name}`. */
  postOf: string
  followers: string
  private: string
  /** Shows covered photos. */
  show: string
  strip: string
  acts: ActsWords
}

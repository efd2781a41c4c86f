/**
 * Sentences for components that also run in the browser, where no translator is loaded: `{name}` and
 * `{count}` are filled in by hand.
 */
export type TileWords = {
  /** With `{name}`. */
  undescribed: string
  /** With `{count}`. */
  count: string
}

/** Puts a value where a sentence names it. */
export const fill = (sentence: string, name: string, value: string | number) =>
  sentence.replace(`{${name}}`, String(value))

import type { Camera } from "../image/camera.schema"
import type { Post } from "../post"
import { isRun, pairsOf, segmentsOf, spelled } from "./spelling"
import { beginningTerm, cameraTerm, cameraTerms, namesOf, textOf, wordTerms } from "./terms"

/** The most words that a search looks for at once; of more, the longest, which say the most. */
export const maxWords = 6
/** The most terms of the index that these may come to. */
export const maxQueryTerms = 8

/** What somebody looks for, as the index spells it. */
export type Query = { words: readonly string[]; camera?: string }

/** @returns the words of a search, each once; none where there is nothing to look for */
export function wordsOf(text: string): string[] {
  const words = [...new Set(segmentsOf(spelled(text)))].filter(isTelling)
  const longest = [...words].sort((a, b) => [...b].length - [...a].length).slice(0, maxWords)
  return words.filter((word) => longest.includes(word))
}

/** A single kana is everywhere. */
const isTelling = (word: string) => [...word].length > 1 || !isRun(word) || /\p{Script=Han}/u.test(word)

/**
 * The terms that lead to what is looked for: every post that has the words has all of these. The other way round they
 * may be few, or beside each other by chance: {@link matches} tells.
 */
export function queryTerms({ words, camera }: Query): string[] {
  const terms = words.flatMap((word) => (isRun(word) ? coverOf(word) : [word]))
  return [...new Set([...(camera ? [cameraTerm(camera)] : []), ...terms])].slice(0, maxQueryTerms)
}

/** Pairs that together have every character of a run. */
function coverOf(run: string): string[] {
  const pairs = pairsOf(run)
  return pairs.length === 0
    ? [run]
    : pairs.filter((_, index) => index % 2 === 0 || index === pairs.length - 1)
}

/** Whether a post has what is looked for, as it is now: rows of the index may be a moment behind. */
export function matches(post: Post.PostRow, { words, camera }: Query): boolean {
  if (post.audience !== "public") return false
  const text = textOf(post)
  const terms = new Set(wordTerms(text))
  const cameras = post.photos.flatMap((photo) => cameraTerms(photo.camera as Camera | undefined))
  return (
    words.every((word) => (isRun(word) ? text.includes(word) : terms.has(word))) &&
    (camera === undefined || cameras.includes(cameraTerm(camera)))
  )
}

/** The words of a name that somebody looks for, or the beginnings of some. */
export const nameWordsOf = (text: string): string[] =>
  [...new Set(segmentsOf(spelled(text)))]
    .filter((word) => [...word].length > 1 || isRun(word))
    .slice(0, maxWords)

export const nameTerms = (words: readonly string[]): string[] => [...new Set(words.map(beginningTerm))]

/** Whether a person is called so. */
export function isCalled(person: { handle: string; name: string }, words: readonly string[]): boolean {
  const names = namesOf(person)
  return words.every((word) => names.some((name) => name.startsWith(word)))
}

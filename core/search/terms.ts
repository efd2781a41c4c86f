import type { Camera } from "../image/camera.schema"
import type { Post } from "../post"
import type { User } from "../user"
import { isRun, pairsOf, runsOf, segmentsOf, spelled } from "./spelling"

/** The most rows that one post has in the index: what its tags, camera and caption say first comes first. */
export const maxTerms = 200
const maxPersonTerms = 100
const longestPrefix = 12

type Found = Pick<Post.PostRow, "caption" | "photos">

/** What is written on a post, in the order of its weight. */
export const textOf = ({ caption, photos }: Found): string =>
  spelled([caption, ...photos.map(({ altText }) => altText)].join("\n"))

/**
 * The terms that a post is found by; none while it is not for everybody. Words of languages with blanks stand for
 * themselves. Of kana and kanji each two neighbours do, and single kanji: part of a word is a word.
 */
export function postTerms(post: Post.PostRow | undefined): Set<string> {
  if (post?.audience !== "public") return new Set()
  const cameras = post.photos.flatMap(({ camera }) => cameraTerms(camera as Camera | undefined))
  return new Set([...new Set([...cameras, ...wordTerms(textOf(post))])].slice(0, maxTerms))
}

/** The same of a spelled text, in order; all of them. */
export const wordTerms = (spelling: string): string[] =>
  segmentsOf(spelling)
    .filter((word) => !isRun(word))
    .concat(runsOf(spelling).flatMap((run) => [...pairsOf(run), ...(run.match(/\p{Script=Han}/gu) ?? [])]))

/** A camera by its model, by its maker, and by both. */
export function cameraTerms({ make, model }: Pick<Camera, "make" | "model"> = {}): string[] {
  const both = make && model ? `${make} ${model}` : undefined
  return [model, make, both].flatMap((name) => (name ? [cameraTerm(name)] : []))
}

export const cameraTerm = (name: string) => `camera:${spelled(name).replace(/\s+/g, " ").trim()}`

/** The terms that a person is found by: how the words of their name and handle begin. Nobody knows a hidden account. */
export function personTerms(person: User.UserRow | undefined): Set<string> {
  if (!person || person.hidden) return new Set()
  const beginnings = namesOf(person).flatMap(beginningsOf)
  return new Set(beginnings.slice(0, maxPersonTerms))
}

/** What somebody is called, word by word. */
export function namesOf({ handle, name }: Pick<User.UserRow, "handle" | "name">): string[] {
  const spelling = spelled(name)
  return [...new Set([handle, ...handle.split(/[._]+/), ...segmentsOf(spelling), ...runsOf(spelling)])]
}

function beginningsOf(word: string): string[] {
  const characters = [...word].slice(0, longestPrefix)
  const shortest = isRun(word) ? 1 : 2
  const lengths = Array.from({ length: characters.length }, (_, index) => index + 1)
  return lengths.filter((length) => length >= shortest).map((length) => characters.slice(0, length).join(""))
}

/** The term of the beginning of a name that somebody looks for. */
export const beginningTerm = (word: string) => [...word].slice(0, longestPrefix).join("")

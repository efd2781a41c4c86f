/** What Google calls the words about a photo; it is cut where the name would be too long. */
const suffix = ".supplemental-metadata"
/** So much of a name Google keeps before `.json`. */
const kept = 46

const numbered = /\((\d+)\)$/

/** How the words about a photo are looked up: by their name without `.json` and number, and the number. */
export function keyOfSidecar(name: string): string | undefined {
  if (!name.toLowerCase().endsWith(".json")) return undefined
  const bare = name.slice(0, -5)
  const number = numbered.exec(bare)?.[1] ?? ""
  return `${number ? bare.replace(numbered, "") : bare}|${number}`
}

/**
 * Under which keys the words about a photo may stand, the likeliest first. `IMG(1).jpg` has them in
 * `IMG.jpg.supplemental-metadata(1).json`, whose middle is cut as far as the name is long; older archives in
 * `IMG.jpg(1).json` or `IMG(1).jpg.json`. An edited one has none of its own.
 */
export function* sidecarKeysOf(name: string): Generator<string> {
  yield* keysOf(name)
  const original = originalOf(name)
  if (original) yield* keysOf(original)
}

function* keysOf(name: string): Generator<string> {
  const dot = name.lastIndexOf(".")
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""]
  const number = numbered.exec(stem)?.[1]
  const plain = number ? stem.replace(numbered, "") + ending : name
  yield* cut(plain, number ?? "")
  if (number) yield* cut(name, "")
}

function* cut(name: string, number: string) {
  const whole = name + suffix
  for (let length = whole.length; length >= Math.min(name.length, kept); length--)
    yield `${whole.slice(0, length)}|${number}`
}

/** What Google appends to the name of a photo that was edited, in the languages that we know. */
const edited =
  /(?:-(?:edited|edit|bearbeitet|modifié|editado|editada|modificato|bewerkt|edytowane|redigerad|redigeret|редакт|編集済み|编辑|已编辑|已編輯|수정됨)|\(編集済み\))(\(\d+\))?(\.[^.]+)$/iu

/** The photo that an edited one was made of; undefined for one that is none. */
export const originalOf = (name: string): string | undefined =>
  edited.test(name) ? name.replace(edited, "$1$2") : undefined

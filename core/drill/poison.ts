/** Begins the name of an object that whoever receives it refuses until a moment. Nobody's upload may be called so. */
const prefix = "incoming/poison/"

/** The name of an object that is refused until a moment, in milliseconds. */
export const poisonKey = (until: number) => `${prefix}${until}`

/**
 * For the drill of dead letters: whether an object is its poison, which is nobody's photo.
 * @throws Error until its moment has come
 */
export function isPoison(key: string): boolean {
  if (!key.startsWith(prefix)) return false
  if (Date.now() < Number(key.slice(prefix.length)))
    throw new Error("A drill: this event is refused for a while.")
  return true
}

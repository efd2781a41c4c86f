import { DeadLetter } from "../../core/dead-letter"
import { exit, OpsProblem } from "../problem"
import type { Stage } from "../stage"
import { localLetters } from "./local"
import { postOf } from "./queues"

export const { discreet, functions } = DeadLetter
export type Held = DeadLetter.Held
export type Letter = DeadLetter.Letter

/** Looks at the dead letters of a stage, and lets go of those that are still there afterwards. */
export async function withLetters<T>(
  stage: Stage,
  wanted: DeadLetter.Wanted,
  look: (letters: Held[]) => Promise<T>,
) {
  const { letters, release }: DeadLetter.Hold = stage.isLocal
    ? await localLetters(wanted)
    : await DeadLetter.queuedLetters(postOf(stage), wanted)
  try {
    return await look(letters)
  } finally {
    await release()
  }
}

/** How many letters are looked at to find some by their ids. */
export const many = 1000

/**
 * The letters that were named, or all.
 * @throws OpsProblem when none was named, or one is not there
 */
export function chosen(letters: Held[], { ids, all }: { ids: readonly string[]; all: boolean }): Held[] {
  if (ids.length === 0 && !all) throw new OpsProblem("Name letters by their ids, or --all.")
  const unknown = ids.find((id) => letters.every((letter) => letter.id !== id))
  if (unknown !== undefined)
    throw new OpsProblem(`There is no dead letter ${unknown}.`, undefined, exit.nothing)
  return ids.length > 0 ? letters.filter(({ id }) => ids.includes(id)) : letters
}

/** How many dead letters each function has. */
export async function countLetters(stage: Stage): Promise<Record<string, number>> {
  if (!stage.isLocal) return DeadLetter.countQueued(postOf(stage))
  const { letters } = await localLetters({ atMost: Number.POSITIVE_INFINITY })
  const counts: Record<string, number> = {}
  for (const { of } of letters) counts[of] = (counts[of] ?? 0) + 1
  return counts
}

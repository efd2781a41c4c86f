import { requireAdmin } from "../actor"
import { Audit } from "../audit"
import { DeadLetter } from "../dead-letter"
import type { LetterView } from "../dead-letter/dead-letter.schema"
import { AppError } from "../error"
import { operation } from "../operation"
import { type LetterInFull, LetterInput, type LettersView, ListLetters } from "./admin.schema"

/** How many letters are looked at, and among how many one is found by its id. */
const shown = 100
const many = 500

/** How many dead letters each function has, roughly. */
export const letterCounts = operation(ListLetters, async (actor): Promise<Record<string, number>> => {
  requireAdmin(actor)
  return DeadLetter.counts()
})

/** The dead letters, the oldest first, and how many there are. Whoever else looks in the same moment sees others. */
export const letters = operation(ListLetters, async (actor, { of }): Promise<LettersView> => {
  const counts = await letterCounts(actor, {})
  const wanted = Object.entries(counts).filter(([name, count]) => count > 0 && (!of || name === of))
  const found = await Promise.all(
    wanted.map(([name]) => DeadLetter.look({ of: name, atMost: shown }, async (held) => held.map(view))),
  )
  const letters = found.flat().sort((a, b) => a.at.localeCompare(b.at))
  return { counts, letters: letters.slice(0, shown) }
})

/** One dead letter with what its function was called with. @throws AppError `not_found` also while somebody holds it */
export const letter = operation(LetterInput, async (actor, input): Promise<LetterInFull> => {
  requireAdmin(actor)
  return withLetter(input, async (held) => ({
    ...view(held),
    event: DeadLetter.discreet(held.event),
    byCommand: isByCommand(held),
  }))
})

/**
 * Leaves a letter's event with its function again, and forgets the letter; the audit notes it.
 * @throws AppError `not_found`; `conflict` for a change of the table, which a command reads from the stream
 */
export const redriveLetter = operation(
  LetterInput,
  async (actor, input): Promise<void> => {
    const { userId: by } = requireAdmin(actor)
    await withLetter(input, async (held) => {
      if (isByCommand(held)) throw new AppError("conflict", { reason: "by_command" })
      await Audit.record(actor, { by, what: "dlq redrive", detail: detailOf(held) })
      await held.redrive()
    })
  },
  "moderation",
)

/** Forgets a letter for good; the audit notes it. @throws AppError `not_found` */
export const discardLetter = operation(
  LetterInput,
  async (actor, input): Promise<void> => {
    const { userId: by } = requireAdmin(actor)
    await withLetter(input, async (held) => {
      await Audit.record(actor, { by, what: "dlq discard", detail: detailOf(held) })
      await held.discard()
    })
  },
  "moderation",
)

function withLetter<T>(
  { of, letterId }: { of: string; letterId: string },
  act: (held: DeadLetter.Held) => Promise<T>,
): Promise<T> {
  return DeadLetter.look({ of, atMost: many }, (letters) => {
    const found = letters.find(({ id }) => id === letterId)
    if (!found) throw new AppError("not_found", { reason: "letter_gone" })
    return act(found)
  })
}

const isByCommand = ({ of }: DeadLetter.Held) => of === "table-changed"
const detailOf = ({ of, about, why }: DeadLetter.Held) => `${of}: ${about} (${why})`.slice(0, 2000)

const view = ({ id, of, at, tries, about, why }: DeadLetter.Held): LetterView => ({
  id,
  of: of as LetterView["of"],
  at,
  ...(tries === undefined ? {} : { tries }),
  about,
  why,
})

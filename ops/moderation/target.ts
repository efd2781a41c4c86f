import { anyId } from "../../core/id"
import { findPerson } from "../person"
import { exit, OpsProblem } from "../problem"

/**
 * The id of what is decided about: as it is given, or that of a person by handle or e-mail address.
 * @throws OpsProblem for what is neither
 */
export async function targetOf(given: string): Promise<string> {
  if (anyId().safeParse(given).success) return given
  const person = await findPerson(given)
  if (person) return person.userId
  throw new OpsProblem(
    `${given} is no id of a post, comment, photo or person, and nobody's handle.`,
    "`moderation queue` lists ids.",
    exit.nothing,
  )
}

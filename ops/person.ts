import { AppError } from "../core/error"
import { User } from "../core/user"
import { exit, OpsProblem } from "./problem"

/**
 * A person by id, handle or e-mail address, hidden or not.
 * @throws OpsProblem when there is none
 */
export async function personOf(name: string): Promise<User.UserRow> {
  const found = await User.find(name)
  if (found) return found
  throw new OpsProblem(
    `There is nobody ${name} here.`,
    "By id (usr_…), handle, or e-mail address.",
    exit.nothing,
  )
}

/** Does something to an account; what the product refuses becomes a problem of whoever asked. */
export async function doing<T>(what: Promise<T>, refusal: string): Promise<T> {
  try {
    return await what
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict")
      throw new OpsProblem(refusal, undefined, exit.failed)
    throw error
  }
}

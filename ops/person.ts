import { AppError } from "../core/error"
import { User } from "../core/user"
import { exit, OpsProblem } from "./problem"

/**
 * A person by id, handle or e-mail address, hidden or not.
 * @throws OpsProblem for an e-mail address where the stage's secrets are not at hand
 */
export async function findPerson(name: string): Promise<User.UserRow | undefined> {
  const isAddress = name.includes("@") && !name.startsWith("@")
  if (isAddress && !process.env.SST_RESOURCE_EmailKey)
    throw new OpsProblem(
      "Finding somebody by e-mail address needs the stage's secrets.",
      "By id (usr_…) or handle; or inside: npx sst shell --stage … -- npm run ops -- …",
    )
  return User.find(name)
}

/**
 * The same, of whom there has to be one.
 * @throws OpsProblem when there is none
 */
export async function personOf(name: string): Promise<User.UserRow> {
  const found = await findPerson(name)
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

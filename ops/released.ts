import { Release } from "../core/release"
import { isNamed } from "./problem"

/** What was deployed to the stage that is linked, the newest first; nothing where the stage has no table yet. */
export async function released() {
  try {
    return await Release.list()
  } catch (error) {
    if (isNamed(error, ["ResourceNotFoundException"])) return []
    throw error
  }
}

import { AppError } from "../../core/error"
import { exit, OpsProblem } from "../problem"

const said: Record<string, string> = {
  decided_so: "It stands so already, or cannot be decided about such a thing.",
  undone_already: "That decision is undone already.",
  not_so: "That cannot be decided about such a thing.",
  answered: "That appeal is answered already.",
  appeal_other: "Whoever decided leaves the appeal to another, and there is one who may answer it.",
  takedown_other: "There is no such notice about its owner.",
  reason_missing: "--reason is missing: the author reads it.",
}

/** Decides, and says what the product refuses. @throws OpsProblem */
export async function deciding<T>(what: Promise<T>, id: string): Promise<T> {
  try {
    return await what
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === "not_found" && !error.reason)
      throw new OpsProblem(`There is nothing ${id} here.`, "`moderation queue` lists ids.", exit.nothing)
    throw new OpsProblem(
      said[error.reason ?? ""] ?? `The product refuses: ${error.reason ?? error.code}.`,
      "`moderation show` says what may be decided.",
      exit.failed,
    )
  }
}

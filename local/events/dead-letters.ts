import path from "node:path"
import { ulid } from "ulid"
import { writeDurably } from "../file"

/** An event that its function refused to the end, kept with what is needed to understand and repeat it. */
export type DeadLetter = { function: string; event: unknown; error: unknown; tries: number }

/**
 * Keeps a dead letter as `<folder>/<function>/<ulid>.json`.
 * @returns its file
 */
export async function keepDeadLetter(folder: string, letter: DeadLetter) {
  const file = path.join(folder, letter.function, `${ulid()}.json`)
  const content = { ...letter, error: describeError(letter.error), at: new Date().toISOString() }
  await writeDurably(file, `${JSON.stringify(content, null, 2)}\n`)
  return file
}

/** The file of a function in functions/. */
export const fileOf = (name: string) => (name === "image-processing" ? "photo-uploaded" : name)
/** The name of a function of a file, as the runbook calls it. */
export const nameOf = (file: string) => (file === "photo-uploaded" ? "image-processing" : file)

const describeError = (error: unknown) =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack }
    : { name: "Error", message: String(error) }

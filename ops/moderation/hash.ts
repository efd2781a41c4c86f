import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { Blocklist } from "../../core/blocklist"
import { exit, OpsProblem } from "../problem"

export const form = /^(?:sha256:[0-9a-f]{64}|dhash:[0-9a-f]{16})$/

/**
 * What a picture is known by: a hash as it stands on the list, or those of a file here.
 * @throws OpsProblem for what is neither, and for a picture that looks like every other
 */
export async function hashesOf(what: string): Promise<{ sha256?: string; dhash?: string }> {
  if (!form.test(what)) return ofFile(what)
  const [kind, value = ""] = what.split(":")
  if (kind === "sha256") return { sha256: value }
  if (!Blocklist.isTelling(value))
    throw new OpsProblem(
      `${what} looks like every wall and sky.`,
      "Block the very file: sha256:…",
      exit.failed,
    )
  return { dhash: value }
}

async function ofFile(path: string) {
  const bytes = await readFile(path).catch(() => {
    throw new OpsProblem(`${path} is neither a file nor a hash.`, "sha256:… (64 hex digits) or dhash:… (16).")
  })
  const sha256 = createHash("sha256").update(bytes).digest("hex")
  // Loaded here alone: what decodes images is large.
  const { Image } = await import("../../core/image")
  try {
    const { dhash } = await Image.process(bytes)
    return Blocklist.isTelling(dhash) ? { sha256, dhash } : { sha256 }
  } catch (error) {
    if (!(error instanceof Image.ImageRejected)) throw error
    // Not an image that is taken here: its bytes are blocked all the same.
    return { sha256 }
  }
}

export const named = ({ sha256, dhash }: { sha256?: string; dhash?: string }): string =>
  [...(sha256 ? [`sha256:${sha256}`] : []), ...(dhash ? [`dhash:${dhash}`] : [])].join(" and ")

import { readFileSync } from "node:fs"
import path from "node:path"

const root = path.resolve(import.meta.dirname, "../..")

/** The command lines that a document shows to type, in their order: those of its `sh` blocks. */
export function documented(file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8")
  const blocks = [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block = ""]) => block)
  return blocks.flatMap((block) => block.split("\n").filter(Boolean))
}

/** The commands of ours that a document names in a sentence. */
export function mentioned(file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8")
  return [...text.matchAll(/`(npm run ops -- [^`]+)`/g)].map(([, line = ""]) => line.replaceAll(/\s+/g, " "))
}

/** Splits a line as a shell does that knows blanks and quotes. */
export const words = (line: string): string[] =>
  [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain ?? "",
  )

import { readFile, writeFile } from "node:fs/promises"

const START = "<!-- npm run bench -- images --write: start -->"
const END = "<!-- npm run bench -- images --write: end -->"

/** Puts text between the two marks of a document. @throws when the marks are not there */
export function replaceMarked(document: string, text: string): string {
  const [start, end] = [document.indexOf(START), document.indexOf(END)]
  if (start === -1 || end < start) throw new Error("The document has lost its marks.")
  return `${document.slice(0, start + START.length)}\n\n${text}\n\n${document.slice(end)}`
}

export async function writeInto(file: URL, text: string): Promise<void> {
  await writeFile(file, replaceMarked(await readFile(file, "utf8"), text))
}

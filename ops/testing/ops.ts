import { run } from "../cli"

/** What a command line prints and the code that it ends with. */
export async function ops(...words: string[]) {
  const [out, errors]: [string[], string[]] = [[], []]
  const code = await run(words, { out: (text) => out.push(text), error: (text) => errors.push(text) })
  return { code, out: out.join("\n"), errors: errors.join("\n") }
}

import { readdirSync } from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"
import type { Command } from "./command"
import { OpsProblem } from "./problem"

const folder = path.join(import.meta.dirname, "commands")

/** The names of all commands, in order: `cache invalidate` is commands/cache/invalidate.ts. */
export function commandNames(): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -3).split(path.sep).join(" "))
    .sort()
}

/** @returns the command of a name. @throws whatever its file throws when it is loaded */
export async function loadCommand(name: string): Promise<Command> {
  const file = path.join(folder, `${name.split(" ").join("/")}.ts`)
  const { default: found } = (await import(pathToFileURL(file).href)) as { default: Command }
  return found
}

/**
 * Finds the command that a command line begins with: the longest name that fits.
 * @returns its name, and the words that are left for it; undefined when only a group, or nothing, was named
 * @throws OpsProblem for a name that is none
 */
export function findCommand(words: readonly string[]): { name: string; rest: string[] } | undefined {
  const names = commandNames()
  const leading = words.slice(0, words.findIndex((word) => word.startsWith("-")) >>> 0)
  for (let length = leading.length; length > 0; length--) {
    const name = leading.slice(0, length).join(" ")
    if (names.includes(name)) return { name, rest: words.slice(length) }
  }
  const [first] = leading
  if (first === undefined || (leading.length === 1 && names.some((name) => name.startsWith(`${first} `)))) {
    return undefined
  }
  throw new OpsProblem(`There is no command "${leading.join(" ")}".`, "npm run ops -- --help lists them all.")
}

import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

/** Source files by their path from the root, with slashes. */
export type Sources = Readonly<Record<string, string>>
/** One import: `to` is a path from the root where it is a file of ours, else the package as written. */
export type Import = { from: string; to: string; typeOnly: boolean }

const root = fileURLToPath(new URL("..", import.meta.url))
const skipped = /(^|\/)(node_modules|\.[^/]+|public)(\/|$)/

/** Every .ts and .tsx file of the checkout. */
export function readSources(): Sources {
  const folders = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !skipped.test(entry.name),
  )
  const files = folders.flatMap(({ name }) =>
    readdirSync(path.join(root, name), { recursive: true, encoding: "utf8" }).map((file) =>
      path.posix.join(name, file.split(path.sep).join("/")),
    ),
  )
  const ours = [...files, ...readdirSync(root)].filter((file) => /\.tsx?$/.test(file) && !skipped.test(file))
  return Object.fromEntries(ours.map((file) => [file, readFileSync(path.join(root, file), "utf8")]))
}

const comments = /^\s*(\/\*[\s\S]*?\*\/|\/\/.*$)/gm
const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[\w$*{}\s,]+?\s*from\s*)?["']([^"']+)["']/gm
const call = /\b(?:import|require)\(\s*["'`]([^"'`$]+)["'`]/g

/** What a file imports: statements, re-exports and `import("…")` of a fixed text. */
export function importsOf(from: string, sources: Sources): Import[] {
  const text = (sources[from] ?? "").replace(comments, "")
  const statements = [...text.matchAll(statement)].map(([, type, name = ""]) => ({ name, typeOnly: !!type }))
  const calls = [...text.matchAll(call)].map(([, name = ""]) => ({ name, typeOnly: false }))
  return [...statements, ...calls].map(({ name, typeOnly }) => ({
    from,
    to: resolve(from, name, sources),
    typeOnly,
  }))
}

function resolve(from: string, name: string, sources: Sources): string {
  const file = name.startsWith("@/")
    ? name.slice(2)
    : name.startsWith(".")
      ? path.posix.join(path.posix.dirname(from), name)
      : undefined
  if (file === undefined) return name
  const found = [file, `${file}.ts`, `${file}.tsx`, `${file}/index.ts`].find((known) => known in sources)
  return found ?? file
}

/** All files that run once a file is imported, the file itself included. */
export function reach(start: string, sources: Sources): Set<string> {
  const seen = new Set<string>()
  const waiting = [start]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    if (file in sources)
      waiting.push(
        ...importsOf(file, sources)
          .filter(({ typeOnly }) => !typeOnly)
          .map(({ to }) => to),
      )
  }
  return seen
}

import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import packageJson from "../../package.json" with { type: "json" }
import { type Rows, rowsOf } from "./faults"
import { presentShapes, type Shapes } from "./shape"

/** The shapes of a release, and rows as it stores them. */
export type Fixture = { release: string; shapes: Shapes; rows: Rows }

export const fileOf = (release: string) => path.join(import.meta.dirname, `${release}.json`)

/** What this checkout stores. */
export function present(): Fixture {
  const shapes = presentShapes()
  return { release: packageJson.version, shapes, rows: rowsOf(shapes) }
}

const parts = (release: string) => release.split(".").map(Number)
const inOrder = (a: string, b: string) => {
  const [[a1 = 0, a2 = 0, a3 = 0], [b1 = 0, b2 = 0, b3 = 0]] = [parts(a), parts(b)]
  return a1 - b1 || a2 - b2 || a3 - b3
}

/** What releases stored, the oldest first. */
export const fixtures: readonly Fixture[] = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.slice(0, -5))
  .sort(inOrder)
  .map((release) => JSON.parse(readFileSync(fileOf(release), "utf8")) as Fixture)

import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { anchorOf } from "../infra/runbook"
import { findCommand } from "../ops/registry"

const root = path.resolve(import.meta.dirname, "..")
const read = (file: string) => readFileSync(path.join(root, file), "utf8")
const pairs = [
  ["docs/deploy.md", "docs/deploy.ja.md"],
  ["docs/operations.md", "docs/operations.ja.md"],
] as const
const files = pairs.flat()
const partOf = (file: string) => pairs.find((pair) => (pair as readonly string[]).includes(file))?.[0] ?? file
const blocks = (text: string) =>
  [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block = ""]) =>
    block
      .replace(/#.*$/gm, "")
      .replace(/<[^>]+>/g, "<>")
      .trim(),
  )
const inCode = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code)

describe("what the documents say of commands", () => {
  it.each(pairs)("%s has the same commands as %s, in the same order", (...pair) => {
    const [english, japanese] = pair.map((file) => blocks(read(file)))
    expect(english?.length).toBeGreaterThan(10)
    expect(japanese).toEqual(english)
  })

  it.each(files)("%s has the same sections and tables as the other", (file) => {
    const shape = (text: string) => text.split("\n").flatMap((line) => /^(#+|\|)/.exec(line)?.[1] ?? [])
    expect(shape(read(file))).toEqual(shape(read(partOf(file))))
  })

  it.each(files)("%s names commands, settings, scripts and files that there are", (file) => {
    // A line of prose may break in the middle of a command.
    const text = read(file)
      .replaceAll(/(npm run ops --(?: [a-z]+)?)\n +/g, "$1 ")
      .replaceAll(/(npm run ops -- [a-z]+)\n/g, "$1 ")
    const commands = [...text.matchAll(/npm run ops -- ([a-z][a-z0-9 -]*?)(?= --| <|[^a-z0-9 -]|$)/gm)].map(
      ([, name = ""]) => name.trim().split(" "),
    )
    expect(commands.length).toBeGreaterThan(6)
    for (const words of commands) expect(findCommand(words)?.name, words.join(" ")).toBeTruthy()
    const settings = read("infra/settings.ts")
    for (const [name] of text.matchAll(/PHOTO_APP_[A-Z_]+[A-Z]/g)) {
      if (name !== "PHOTO_APP_SETTINGS") expect(settings, name).toContain(`  ${name}:`)
    }
    for (const [, script = ""] of text.matchAll(/\.\/(scripts\/[\w-]+\.sh)/g))
      expect(existsSync(path.join(root, script)), script).toBe(true)
    for (const [, link = ""] of text.matchAll(/\]\((?!http)([\w.-]+)\)/g))
      expect(existsSync(path.join(root, "docs", link)), link).toBe(true)
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> }
    for (const code of inCode(text)) {
      const [, name] = /^npm run ([\w:]+)/.exec(code) ?? []
      if (name) expect(Object.keys(scripts), code).toContain(name)
    }
  })

  it.each(files)("%s leads to sections that there are", (file) => {
    const text = read(file)
    const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading))
    for (const [, anchor = ""] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor)
  })

  it.each(pairs[0])("%s adds the costs up correctly", (file) => {
    const rows = read(file)
      .split("\n")
      .filter((line) => /^\|/.test(line) && /\d\.\d\d \|/.test(line))
      .map((line) => line.split("|").map((cell) => Number.parseFloat(cell.trim()) || 0))
    expect(rows.length).toBeGreaterThan(12)
    const sum = (column: number) => rows.reduce((total, row) => total + (row[column] ?? 0), 0)
    const said = [...read(file).matchAll(/\*\*(?:about |約 |\+ )\$(\d+)\*\*/g)].map(([, dollars]) =>
      Number(dollars),
    )
    expect(said).toEqual([Math.round(sum(4)), Math.round(sum(6))])
  })
})

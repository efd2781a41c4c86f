import { stripVTControlCharacters, styleText } from "node:util"

type Column<Row> = {
  of: keyof Row & string
  /** The heading; the field's name when not given. */
  as?: string
  align?: "left" | "right"
}

/** How many columns of a terminal a text takes: East Asian wide characters take two. */
export function widthOf(text: string): number {
  const wide = stripVTControlCharacters(text).match(
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g,
  )
  return [...stripVTControlCharacters(text)].length + (wide?.length ?? 0)
}

/** Rows as a table of plain text, in the order given; what is absent is a dash. */
export function table<Row extends Record<string, unknown>>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { head = true } = {},
): string {
  const cells = rows.map((row) => columns.map(({ of }) => cell(row[of])))
  const headings = columns.map(({ of, as }) => as ?? of)
  const widths = columns.map((_, i) =>
    Math.max(...[...(head ? [headings] : []), ...cells].map((line) => widthOf(line[i] ?? "")), 0),
  )
  const lineOf = (line: readonly string[]) =>
    `  ${line.map((text, i) => padded(text, widths[i] ?? 0, columns[i]?.align)).join("  ")}`.trimEnd()
  return [...(head ? [styleText("dim", lineOf(headings))] : []), ...cells.map(lineOf)].join("\n")
}

const cell = (value: unknown) => (value === undefined || value === null || value === "" ? "–" : String(value))

function padded(text: string, width: number, align: "left" | "right" = "left") {
  const space = " ".repeat(Math.max(0, width - widthOf(text)))
  return align === "right" ? space + text : text + space
}

/** Names and values, one a line. */
export const facts = (values: Record<string, unknown>): string =>
  table(
    Object.entries(values).map(([name, value]) => ({ name, value })),
    [{ of: "name" }, { of: "value" }],
    { head: false },
  )

/** A sign for whether something is fine that also works without colour. */
export const mark = (ok: boolean | undefined): string =>
  ok === undefined ? styleText("dim", "skip") : ok ? styleText("green", "ok") : styleText("red", "FAIL")

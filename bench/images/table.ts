/** A Markdown table with aligned columns: the first to the left, figures to the right. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, i) => Math.max(...[title, ...rows.map((row) => row[i] ?? "")].map(size)))
  const line = (cells: string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? padEnd : padStart)(cell, widths[i] ?? 0)).join(" | ")} |`
  const rule = `| ${widths.map((width, i) => (i === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`
  return [line(head), rule, ...rows.map(line)].join("\n")
}

const size = (cell: string) => [...cell].length
const padEnd = (cell: string, width: number) => cell + " ".repeat(width - size(cell))
const padStart = (cell: string, width: number) => " ".repeat(width - size(cell)) + cell

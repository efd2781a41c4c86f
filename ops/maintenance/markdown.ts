import { sparkline } from "../metrics/sparkline"
import type { Report, Section, Table } from "./report"
import { type Words, wordsOf } from "./words"

/** A report as Markdown. */
export function markdown(report: Report): string {
  const words = wordsOf(report.lang)
  return `${[...head(report, words), ...report.sections.flatMap((section) => body(section, words))].join("\n\n")}\n`
}

function head(
  { kind, stage, since, until, madeAt, needs, changes, previous }: Report,
  words: Words,
): string[] {
  return [
    `# ${words.titles[kind]}`,
    `${words.stage} **${stage}** · ${since.slice(0, 10)} – ${until.slice(0, 10)} · ${words.made(madeAt)}`,
    `## ${words.needs}`,
    needs.length === 0
      ? words.nothingNeeded
      : needs
          .map(({ what, command }) => `- [ ] ${what}${command ? ` \`npm run ops -- ${command}\`` : ""}`)
          .join("\n"),
    `## ${words.changes}`,
    previous === null ? words.noLast : words.since(previous),
    ...(changes.length > 0
      ? [
          table({
            columns: [
              { as: words.figure },
              { as: words.before, align: "right" },
              { as: words.now, align: "right" },
            ],
            rows: changes.map(({ name, before, now }) => [
              words.figures[name] ?? name,
              value(before, words),
              value(now, words),
            ]),
          }),
        ]
      : previous === null
        ? []
        : [words.noChange]),
  ]
}

/** A figure of a change; a dash where there was none. */
export function value(figure: number | null, words: Words): string {
  if (figure === null) return words.none
  return Math.abs(figure) < 0.01 && figure !== 0 ? figure.toPrecision(2) : words.number(figure)
}

const body = ({ title, state, said, charts = [], tables = [] }: Section, words: Words) => [
  `## ${title} — ${words.states[state]}`,
  ...said,
  ...(charts.length > 0
    ? [charts.map((one) => `- ${one.title}: **${one.value}** \`${sparkline(one.values)}\``).join("\n")]
    : []),
  ...tables.filter(({ rows }) => rows.length > 0).map(table),
]

function table({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text) => text.replaceAll("|", "\\|")).join(" | ")} |`
  return [
    line(columns.map(({ as }) => as)),
    line(columns.map(({ align }) => (align === "right" ? "--:" : "---"))),
    ...rows.map(line),
  ].join("\n")
}

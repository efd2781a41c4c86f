import { widthOf } from "../output"
import { chart } from "./chart"
import { escaped } from "./escaped"
import { value } from "./markdown"
import type { Chart, Need, Report, Section, Table } from "./report"
import { style } from "./style"
import { type Words, wordsOf } from "./words"

/** A report as one page of HTML that needs nothing else, runs nothing, and prints. */
export function html(report: Report): string {
  const { lang, kind, stage, since, until, madeAt } = report
  const words = wordsOf(lang)
  const title = escaped(`${words.titles[kind]} · ${stage}`)
  const about = `${words.stage} ${stage} · ${since.slice(0, 10)} – ${until.slice(0, 10)} · ${words.made(madeAt)}`
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<header><h1>${escaped(words.titles[kind] ?? kind)}</h1><p class="about">${escaped(about)}</p></header>
${[needed(report.needs, words), changed(report, words), ...report.sections.map((one) => section(one, words))].join("\n")}
</main>
</body>
</html>
`
}

const needed = (needs: readonly Need[], words: Words) =>
  `<section><h2>${escaped(words.needs)}</h2>${
    needs.length === 0
      ? `<p class="fine">${escaped(words.nothingNeeded)}</p>`
      : `<ul class="needs-list">${needs.map(need).join("")}</ul>`
  }</section>`

const need = ({ what, command }: Need) =>
  `<li><div>${escaped(what)}${command ? `<br><code>npm run ops -- ${escaped(command)}</code>` : ""}</div></li>`

function changed({ previous, changes }: Report, words: Words): string {
  const said =
    previous === null ? words.noLast : changes.length === 0 ? words.noChange : words.since(previous)
  const rows = changes.map(({ name, before, now }) => [
    words.figures[name] ?? name,
    value(before, words),
    value(now, words),
  ])
  const columns = [words.figure, words.before, words.now].map((as, i) => ({
    as,
    ...(i > 0 ? { align: "right" as const } : {}),
  }))
  return `<section><h2>${escaped(words.changes)}</h2><p>${escaped(said)}</p>${table({ columns, rows })}</section>`
}

const section = ({ title, state, said, charts = [], tables = [] }: Section, words: Words) =>
  [
    `<section><div class="head"><h2>${escaped(title)}</h2><span class="badge ${state}">${escaped(words.states[state] ?? "")}</span></div>`,
    ...said.map((sentence) => `<p>${escaped(sentence)}</p>`),
    charts.length > 0 ? `<div class="charts">${charts.map(figure).join("")}</div>` : "",
    ...tables.map(table),
    "</section>",
  ].join("")

const figure = (one: Chart) =>
  `<figure><figcaption>${escaped(one.title)}</figcaption><b>${escaped(one.value)}</b>${chart(one)}<div class="span"><span>${escaped(one.from)}</span><span>${escaped(one.to)}</span></div></figure>`

function table({ columns, rows }: Table): string {
  if (rows.length === 0) return ""
  const side = (i: number, text = "") => {
    if (columns[i]?.align === "right") return ' class="r"'
    // A date or a word stays in one piece; a sentence may break.
    return widthOf(text) <= 24 ? ' class="k"' : ""
  }
  const hasHead = columns.some(({ as }) => as)
  const head = hasHead
    ? `<thead><tr>${columns.map(({ as }, i) => `<th scope="col"${side(i)}>${escaped(as)}</th>`).join("")}</tr></thead>`
    : ""
  const body = rows
    .map((row) => `<tr>${row.map((cell, i) => `<td${side(i, cell)}>${escaped(cell)}</td>`).join("")}</tr>`)
    .join("")
  return `<div class="scroll" tabindex="0"><table>${head}<tbody>${body}</tbody></table></div>`
}

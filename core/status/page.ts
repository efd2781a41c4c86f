import { createHash } from "node:crypto"
import type { Locale } from "../user/user.schema"
import { Html, html } from "./html"
import { brand, icon } from "./icons"
import { journeyRow } from "./page-days"
import { dayTime, textIn } from "./page-text"
import type { PublicIncident, StatusView } from "./status.schema"
import { style } from "./style"
import { isOpen } from "./tally"
import { type PageWords, pageWords } from "./words"

/** It loads its icon and nothing else, wherever it is served from; its one style is known by its hash. */
const policy = `default-src 'none'; img-src 'self'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'`

/**
 * The status page, as a page that needs nothing but itself: no script, and no file that could be missing.
 * @param view judged for the time when it is written
 */
export function pageOf(view: StatusView, locale: Locale): string {
  const t = pageWords[locale](view.site.name)
  const home = locale === "en" ? "/" : "/ja"
  const [otherPath, otherLang] = locale === "en" ? ["/ja/status", "ja"] : ["/status", "en"]
  const open = view.incidents.filter(isOpen)
  const past = view.incidents.filter((incident) => !isOpen(incident))
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<meta http-equiv="content-security-policy" content="${policy}">
<title>${t.status} · ${view.site.name}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="alternate" hreflang="${otherLang}" href="${view.site.url}${otherPath}">
<link rel="alternate" type="application/json" href="/status.json">
<style>${new Html(style)}</style>
</head>
<body>
<header><a class="home" href="${home}" aria-label="${t.home}">${brand(view.site.name)}</a><span class="muted">${t.status}</span><a class="other" href="${otherPath}" lang="${otherLang}" hreflang="${otherLang}">${t.other}</a></header>
<main>
${notice(view, open[0], locale, t)}
<section aria-labelledby="journeys"><h2 id="journeys">${t.journeys}</h2>
${view.journeys.map((journey) => journeyRow(view, journey, locale, t))}
</section>
${open.length > 0 && incidents("open", t.open, open, locale, t)}
${past.length > 0 ? incidents("past", t.past, past, locale, t) : open.length === 0 && html`<p class="muted">${t.none}</p>`}
<p class="faint">${view.checkedAt ? t.checked(dayTime(view.checkedAt, locale)) : t.unchecked}</p>
</main>
</body>
</html>
`.text
}

function notice({ state }: StatusView, incident: PublicIncident | undefined, locale: Locale, t: PageWords) {
  const [update] = incident?.updates ?? []
  const title = incident ? textIn(incident.title, locale) : html`${t.headings[state]}`
  const lead = update ? textIn(update.text, locale) : html`${t.leads[state]}`
  return html`<div class="notice ${state}">${icon(state)}<div><h1>${title}</h1><p class="muted">${lead}</p></div></div>`
}

const incidents = (
  id: string,
  heading: string,
  some: readonly PublicIncident[],
  locale: Locale,
  t: PageWords,
) =>
  html`<section class="incidents" aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
${some.map(
  (
    incident,
  ) => html`<article class="incident" id="${incident.id}"><div><h3>${textIn(incident.title, locale)}</h3><p class="faint">${[
    ...incident.journeys.map((name) => t.journey[name]),
    `${t.opened} ${dayTime(incident.openedAt, locale)}`,
  ].join(" · ")}</p></div>
<ol>${incident.updates.map(
    ({ at, state, text }) =>
      html`<li><div class="row"><b>${t.incidentStates[state]}</b><time class="faint" datetime="${at}">${dayTime(at, locale)}</time></div><p class="muted">${textIn(text, locale)}</p></li>`,
  )}</ol></article>`,
)}</section>`

import { html } from "./html"
import type { State } from "./status.schema"

const paths: Record<State, ReturnType<typeof html>> = {
  working: html`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  slow: html`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>`,
  down: html`<path d="M12 4 2.8 19.5h18.4ZM12 10v4.5M12 17v.2"/>`,
  unknown: html`<circle cx="12" cy="12" r="8.5"/><path d="M9.6 9.6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2 1-1.2 1.9M12 16.7v.2"/>`,
}

/** The sign of a state; the word is always beside it. */
export const icon = (state: State, small = false) =>
  html`<svg class="i${small && " i--small"}" viewBox="0 0 24 24" aria-hidden="true">${paths[state]}</svg>`

/** The mark, and the one name that is drawn; a site that is called something else is set in type. */
export const brand = (name: string) =>
  html`<svg class="mark" viewBox="0 0 48 48" aria-hidden="true"><rect x="3.75" y="9.75" width="40.5" height="28.5" rx="1.5" fill="none" stroke="currentColor" stroke-width="3.5"/><path d="M10.5 25.3h17.3l3.7-5a1.3 1.3 0 0 1 2.09 0l4.26 5.8a1.4 1.4 0 0 1-1.13 2.23H10.5Z" fill="currentColor"/></svg>${
    name === "Ichimai" ? word : html`<span>${name}</span>`
  }`

const word = html`<svg class="word" viewBox="0 0 139 36" aria-hidden="true"><g fill="none" stroke="currentColor" stroke-width="4"><path d="M4 13v19"/><path d="M29 16.7A8.7 8.7 0 1 0 29 28.3"/><path d="M38 3v29M38 22.5a7.25 7.25 0 0 1 14.5 0V32"/><path d="M63 13v19"/><path d="M73 13v19M73 21.3a6.3 6.3 0 0 1 12.6 0V32M85.6 21.3a6.3 6.3 0 0 1 12.6 0V32"/><circle cx="115.2" cy="22.5" r="8.2"/><path d="M123.4 13v19"/><path d="M135 13v19"/></g><g fill="currentColor"><circle cx="4" cy="5.5" r="2.8"/><circle cx="63" cy="5.5" r="2.8"/><circle cx="135" cy="5.5" r="2.8"/></g></svg>`

import type { Mail } from "./mailbox"

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
const inert = (text: string) => text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? "")

const style = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
  body { max-width: 52rem; margin: 2.5rem auto; padding: 0 1.25rem }
  h1 { font-size: 1.25rem } a { color: inherit }
  ul { list-style: none; padding: 0 } li { border-top: 1px solid #8884 }
  li a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .7rem 0; text-decoration: none }
  time, .to, dt { color: #808080 } .to { grid-column: 1 / -1 }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem 1rem } dd { margin: 0 }
  iframe, pre { width: 100%; border: 1px solid #8884; border-radius: .5rem; box-sizing: border-box }
  iframe { height: 34rem; background: #fff } pre { padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere }`

const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${inert(title)}</title><style>${style}</style><body>${body}</body></html>`

/** The mails, newest first. */
export function outboxPage(mails: Mail[]) {
  const rows = mails.map(
    ({ id, at, to, subject }) =>
      `<li><a href="/mail/${id}"><span>${inert(subject)}</span><time datetime="${at}">${at.slice(0, 19).replace("T", " ")}</time><span class="to">${inert(to.join(", "))}</span></a></li>`,
  )
  const list = rows.length > 0 ? `<ul>${rows.join("")}</ul>` : "<p>Nothing was sent yet.</p>"
  return page("Mail", `<h1>Mail that the site sent</h1>${list}`)
}

/** One mail with its head, as its readers see it and as text. */
export function mailPage({ id, at, from, to, replyTo, subject, text, html }: Mail) {
  const head = {
    From: from,
    To: to.join(", "),
    ...(replyTo.length > 0 ? { "Reply to": replyTo.join(", ") } : {}),
    Sent: at,
  }
  const rows = Object.entries(head).map(([name, value]) => `<dt>${name}</dt><dd>${inert(value)}</dd>`)
  const frame = html
    ? `<iframe title="The mail" src="/mail/${id}.html" sandbox="allow-top-navigation-by-user-activation"></iframe>`
    : ""
  const plain = text ? `<h2>As text</h2><pre>${inert(text)}</pre>` : ""
  return page(
    subject,
    `<p><a href="/">All mail</a></p><h1>${inert(subject)}</h1><dl>${rows.join("")}</dl>${frame}${plain}`,
  )
}

/** The mail's own HTML; its links leave the frame that shows it. */
export const mailBody = (html: string) => `<base target="_top">${html}`

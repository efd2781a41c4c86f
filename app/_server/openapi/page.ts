import "server-only"
import { openApiDocument } from "./document"

type Operation = {
  summary: string
  security: Record<string, string[]>[]
  parameters: { name: string; in: string; required: boolean; schema: unknown }[]
  requestBody?: { content: Record<string, { schema: unknown }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>
}

/** The API as a page that reads without a script. */
export function docsPage(): string {
  const document = openApiDocument()
  const sections = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => section(method, path, operation as Operation)),
  )
  const title = escapeHtml(`${document.info.title} API ${document.info.version}`)
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${css}</style></head><body><main><h1>${title}</h1>
<p>Machine-readable: <a href="/api/openapi.json">/api/openapi.json</a>. Refusals are <code>application/problem+json</code>
with a closed list of codes. Lists take <code>limit</code> and <code>cursor</code> and give
<code>{ items, nextCursor }</code>. Writes with a cookie need this site’s <code>Origin</code> and
<code>application/json</code>, and accept an <code>Idempotency-Key</code>. Programs send
<code>Authorization: Bearer pat_…</code> with a token from the settings instead of a cookie.</p>
${sections.join("\n")}</main></body></html>`
}

function accessOf({ security }: Operation): string {
  if (security.length === 0) return ""
  if (security.some(({ unlocked }) => unlocked)) return " · of a link with a password, with its cookie"
  const [scope] = security.flatMap(({ token = [] }) => token)
  return scope ? ` · signed in, or a token that may ${scope}` : " · signed in, not with a token"
}

function section(method: string, path: string, operation: Operation): string {
  const body = operation.requestBody?.content["application/json"]?.schema
  const parameters = operation.parameters.map(
    (p) => `<li><code>${escapeHtml(p.name)}</code> in ${p.in}${p.required ? "" : ", optional"}</li>`,
  )
  const answers = Object.entries(operation.responses).map(([status, answer]) => {
    const [type, { schema } = { schema: undefined }] = Object.entries(answer.content ?? {})[0] ?? []
    const shown = schema && !type?.includes("problem") ? pre(schemaOf(type), schema) : ""
    return `<li><code>${status}</code> ${escapeHtml(answer.description)}${shown}</li>`
  })
  return `<section><h2><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h2>
<p>${escapeHtml(operation.summary)}${accessOf(operation)}</p>
${parameters.length > 0 ? `<ul>${parameters.join("")}</ul>` : ""}${body ? pre("Body", body) : ""}<ul>${answers.join("")}</ul></section>`
}

const schemaOf = (type = "") => (type === "application/json" ? "Schema" : `Schema, as ${escapeHtml(type)}`)

const pre = (summary: string, schema: unknown) =>
  `<details><summary>${summary}</summary><pre tabindex="0">${escapeHtml(JSON.stringify(schema, null, 2))}</pre></details>`

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

const css = `:root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;margin:0}main{max-width:46rem;margin:0 auto;padding:32px 20px}
h1{font-size:1.75rem}h2{font-size:1rem;margin:0}section{border-top:1px solid #8886;padding:20px 0}pre{overflow:auto;font-size:.8rem;padding:12px;background:#8881}
ul{padding-left:20px}summary{cursor:pointer;padding:8px 0}`

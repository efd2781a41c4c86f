import { type Actor, runsSite } from "../actor"
import { Audit } from "../audit"
import { AppError } from "../error"
import { comment } from "./comment"
import { costOf } from "./cost"
import { ExplainInput, type ExplanationView, type FoundLine } from "./explain.schema"
import { found, type Part } from "./part"
import { person, session } from "./person"
import { photo } from "./photo"
import { post } from "./post"
import { parsed, request } from "./request"
import { type Subject, subjectOf } from "./subject"

export { readSignedLink } from "./signed-link"
export { subjectOf } from "./subject"

/** Finds the lines of logs that hold one of some words: where logs are, only who asks knows. */
export type FindLines = (words: readonly string[]) => Promise<FoundLine[]>

/** So many requests are followed. */
const most = 20

/**
 * Everything about one photo, post, comment, person, session, request or signed link. What people wrote is told by its
 * length alone.
 * @param find looks in the logs; without it there are no lines, and nothing is told of requests
 * @throws AppError `not_found` for whoever does not run the site, and for what is not there; `invalid`
 */
export async function about(actor: Actor, input: ExplainInput, find?: FindLines): Promise<ExplanationView> {
  if (actor.kind !== "system" && !runsSite(actor)) throw new AppError("not_found")
  const given = ExplainInput.safeParse(input)
  if (!given.success) throw new AppError("invalid", { issues: given.error.issues })
  const { what, as } = given.data
  const subject = await subjectOf(what)
  if (!subject) throw new AppError("not_found")
  const { kind, id } = subject
  const search = find ?? (async () => [])
  const named = kind === "request" ? await search([id]) : []
  const part = kind === "request" ? request(id, named) : await partOf(subject, as)
  if (!part) throw new AppError("not_found")
  const { owner, names = [], ...rest } = part
  const [lines, decisions] = await Promise.all([
    linesAbout(search, [...(named.length > 0 ? [] : [id]), ...names, ...part.requests], named),
    owner ? Audit.ofUser(owner) : [],
  ])
  const told = lines.map(parsed)
  return {
    kind,
    id,
    ...rest,
    problems: distinct(rest.problems, ({ what }) => what),
    events: [...rest.events, ...lines.flatMap(eventOf)].sort((a, b) => (a.at < b.at ? -1 : 1)),
    decisions,
    requests: [
      ...new Set([
        ...rest.requests,
        ...told.flatMap(({ request_id }) => (request_id ? [String(request_id)] : [])),
      ]),
    ],
    traces: [...new Set(told.flatMap(({ xray_trace_id }) => (xray_trace_id ? [String(xray_trace_id)] : [])))],
    lines,
    ...(find && (kind === "photo" || kind === "post") ? { cost: costOf(lines, rest.objects) } : {}),
  }
}

async function partOf({ kind, id, link }: Subject, as?: string): Promise<Part | undefined> {
  if (kind === "photo") return photo(id, as)
  if (kind === "post") return post(id, as)
  if (kind === "comment") return comment(id, as)
  if (kind === "person") return person(id, as)
  if (kind === "session") return session(id)
  if (!link) return undefined
  const of = link.photoId ? await photo(link.photoId, as) : undefined
  const ended = Date.parse(link.expiresAt) <= Date.now()
  const said = `signed at ${link.signedAt} for ${link.seconds} s`
  return {
    ...(of ?? found({ summary: "", requests: [] })),
    summary: `A link to ${link.key ?? "storage"}, ${said}. ${of?.summary ?? "There is no such photo."}`,
    problems: [
      ...(ended
        ? [
            {
              what: `The link has expired: it was ${said}, until ${link.expiresAt}. The site makes a new one for whoever may see the photo.`,
              next: link.photoId ? `explain ${link.photoId}` : "diagnose 403",
            },
          ]
        : []),
      ...(of?.problems ?? []),
    ],
  }
}

/** The lines that name it, and those of the requests that these belong to, each once, in the order written. */
async function linesAbout(find: FindLines, words: readonly string[], known: readonly FoundLine[]) {
  const first = [...known, ...(words.length > 0 ? await find(words) : [])]
  const requests = first.map(parsed).flatMap(({ request_id }) => (request_id ? [String(request_id)] : []))
  const more = [...new Set(requests)].filter((one) => !words.includes(one)).slice(-most)
  const rest = more.length > 0 ? await find(more) : []
  return distinct([...first, ...rest], ({ log, message }) => `${log} ${message}`).sort((a, b) => a.at - b.at)
}

/** What a line says that happened: not a metric, and of requests those that wrote. */
function eventOf(line: FoundLine) {
  const { message, method, path, status, reason } = parsed(line)
  if (!message || method === "GET") return []
  const more =
    message === "request" ? `${method} ${path} ${status}` : [message, reason].filter(Boolean).join(" ")
  return [{ at: new Date(line.at).toISOString(), what: `${line.log}: ${more}` }]
}

function distinct<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [nameOf(item), item])).values()]
}

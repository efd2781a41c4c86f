import "server-only"
import type { z } from "zod"
import { type Actor, requireAdmin, requireModerator, userIdOf } from "@/core/actor"
import { Emergency } from "@/core/emergency"
import type { Kind } from "@/core/emergency/emergency.schema"
import { AppError } from "@/core/error"
import { Idempotency } from "@/core/idempotency"
import { addFields, log } from "@/core/log"
import { actorFrom, localeFrom, visitorFrom } from "./actor"
import { addressFrom } from "./address"
import { isOneClick, jsonBody } from "./body"
import {
  limitWrites,
  type Needs,
  requireCdn,
  requireSameOrigin,
  requireSamePerson,
  requireScope,
} from "./guard"
import { isOutage } from "./outage"
import { problem } from "./problem"
import { type Params, withRequestLog } from "./request-log"

/** An operation of core, whatever it takes: its own schema parses the input. */
export type Callable<View> = {
  (actor: Actor, input: never): Promise<View>
  readonly schema: z.ZodType
  readonly kind: Kind
}
type Context = { params: Promise<Record<string, string>> }
type Options<View> = {
  /** Status of a success; 200, or 204 where the operation gives nothing. */
  status?: number | ((view: View) => number)
  /** Answers with something other than the view as JSON. */
  respond?: (view: View, request: Request) => Response
  /** Everybody is a visitor here: it answers also when the table, and so the session, does not. */
  anonymous?: boolean
  /** A mail program may call it as well, with the form of RFC 8058, which says nothing that is not in the address. */
  oneClick?: boolean
  /** For those alone who run the site: nobody else learns that anything is here. */
  admin?: boolean
  /** For those alone who decide about reports: nobody else learns that anything is here. */
  moderator?: boolean
  /** What an access token needs for it; by itself `read` to look and `write` to change something. */
  token?: Needs
}
export type Handler = ((request: Request, context: Context) => Promise<Response>) & {
  readonly operation: Callable<unknown>
  /** What it was told of access tokens. */
  readonly token: Needs | undefined
}

/**
 * The HTTP edge of an operation: finds the actor, parses, calls, and turns refusals into problem documents.
 * URL parameters win over the query and the body.
 */
export function route<View>(operation: Callable<View>, options: Options<View> = {}): Handler {
  const handle = async (request: Request, context: Context): Promise<Response> => {
    const params = await context.params
    const handler = async (actor: Actor) => {
      if (options.admin) requireAdmin(actor)
      if (options.moderator) requireModerator(actor)
      requireSamePerson(actor, request.headers)
      const writes = request.method !== "GET" && request.method !== "HEAD"
      requireScope(actor, options.token ?? (writes ? "write" : "read"))
      if (writes) await guardWrite(request, actor, operation.kind)
      const given = writes
        ? await bodyOf(request, options.oneClick)
        : Object.fromEntries(new URL(request.url).searchParams)
      const input = { ...given, ...params }
      const call = async () => respond(await operation(actor, input as never), options, request)
      const key = writes ? request.headers.get("idempotency-key") : null
      return key ? once(key, request, actor, input, call) : call()
    }
    return answer(request, handler, options.anonymous ? visitorFrom : actorFrom, params)
  }
  return Object.assign(handle, { operation, token: options.token })
}

/**
 * Runs a handler for the request's actor; whatever it throws becomes a problem document.
 * @param params what Next found in the path
 */
export function answer(
  request: Request,
  handler: (actor: Actor) => Promise<Response>,
  findActor: (request: Request) => Promise<Actor> = actorFrom,
  params: Params = {},
): Promise<Response> {
  return withRequestLog(request, params, async (requestId) => {
    try {
      requireCdn(request.headers)
      const actor = await findActor(request)
      addFields({ user_id: userIdOf(actor) })
      return await handler(actor)
    } catch (error) {
      if (error instanceof AppError) addFields({ reason: error.reason ?? error.code })
      else log.error("request failed", { error: error as Error })
      return problem(refusalFor(error), localeFrom(request.headers), requestId)
    }
  })
}

function refusalFor(error: unknown): AppError {
  if (error instanceof AppError) return error
  return isOutage(error)
    ? new AppError("unavailable", { retryAfter: 5, cause: error })
    : new AppError("internal", { cause: error })
}

const bodyOf = async (request: Request, oneClick = false) =>
  oneClick && (await isOneClick(request)) ? {} : jsonBody(request)

async function guardWrite(request: Request, actor: Actor, kind: Kind) {
  const byCookie = actor.kind === "user" && !actor.token
  if (byCookie || request.headers.has("origin")) requireSameOrigin(request.headers)
  // Before the first write of its own.
  await Emergency.permit(kind)
  await limitWrites(actor, request.headers)
}

function respond<View>(view: View, { status, respond: custom }: Options<View>, request: Request): Response {
  if (custom) return custom(view, request)
  if (view === undefined) return empty(204)
  const code = typeof status === "function" ? status(view) : (status ?? 200)
  return json(JSON.stringify(view), code)
}

const json = (body: string, status: number) =>
  new Response(body, {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "private, no-store" },
  })

const empty = (status: number) =>
  new Response(null, { status, headers: { "cache-control": "private, no-store" } })

async function once(
  key: string,
  request: Request,
  actor: Actor,
  input: object,
  call: () => Promise<Response>,
) {
  if (!/^[\w-]{8,128}$/.test(key)) throw new AppError("invalid", { reason: "idempotency_key" })
  const who = userIdOf(actor) ?? `visitor@${addressFrom(request.headers)}`
  const asked = `${request.method} ${new URL(request.url).pathname} ${JSON.stringify(input)}`
  const { status, body } = await Idempotency.once(who, key, asked, async () => {
    const first = await call()
    return { status: first.status, body: await first.text() }
  })
  return body === "" ? empty(status) : json(body, status)
}

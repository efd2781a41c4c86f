import "server-only"
import { createHash } from "node:crypto"

/** As long as visitors' pages: what becomes private is gone within a minute. */
export const sharedForAMoment = "public, max-age=0, s-maxage=10, stale-while-revalidate=30"

type Options = { type: string; status?: number; headers?: Record<string, string> }

/** An answer that is the same for everybody; whoever has it already hears so in a few bytes. */
export function sharedAnswer(request: Request, body: string, { type, status = 200, headers }: Options) {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`
  const known = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? []
  const same = status === 200 && known.some((tag) => tag.replace(/^W\//, "") === etag)
  return new Response(same ? null : body, {
    status: same ? 304 : status,
    headers: {
      ...(same ? {} : { "content-type": `${type}; charset=utf-8` }),
      "cache-control": sharedForAMoment,
      etag,
      ...headers,
    },
  })
}

import { some } from "../../number"
import { examples, type Line } from "../scene"
import { fine, type Step } from "../step"
import { counted, routeOf } from "../tally"

type Refusal = {
  asks: string
  /** A condition on the line of a request, as filter patterns have them. */
  where: string
  /** What is told of the lines in brackets. */
  of?: (line: Line) => string
  cause: string
  means: string
  next: string
}

const who = ({ user_id, sourceIp }: Line) => String(user_id ?? sourceIp)

/** A step that looks for one reason why requests are refused. */
const refusal = ({ asks, where, of = routeOf, cause, means, next }: Refusal): Step => ({
  asks,
  async look({ lines }) {
    const found = await lines("api", `{ $.message = "request" && ${where} }`)
    if (found.length === 0) return fine("No request was refused for that.")
    return {
      is: "cause",
      found: `${some(found.length, "request")}: ${counted(found, of)}`,
      means,
      evidence: examples(found),
      cause: `${cause}: ${some(found.length, "request")} (${counted(found, of, 3)}).`,
      next,
      times: found.length,
    }
  },
})

export const tokenExpiry = refusal({
  asks: "Are access tokens shown that are no longer good?",
  where: '$.reason = "token_wrong"',
  of: ({ userAgent }) => String(userAgent),
  cause: "Access tokens are wrong, expired or revoked",
  means: "A program has to be given a new token, under Settings.",
  next: "logs api --filter '{ $.reason = \"token_wrong\" }'",
})

export const sessionEnded = refusal({
  asks: "Have the sessions of these people ended?",
  where: '$.session = "ended"',
  cause: "Sessions have ended: the cookie is there, its row is not",
  means:
    "They signed out elsewhere, changed the password, were suspended, or were away for 30 days. They sign in again.",
  next: "logs api --filter '{ $.session = \"ended\" }'",
})

export const cookieUnreadable = refusal({
  asks: "Can the cookies still be opened?",
  where: '$.session = "unreadable"',
  of: ({ userAgent }) => String(userAgent),
  cause: "Cookies cannot be opened",
  means: "AuthSecret was changed without keeping the version before, or the cookie is another stage's.",
  next: "releases",
})

export const foreignOrigin = refusal({
  asks: "Do writes come from pages of another origin (Origin, CORS)?",
  where: '$.reason = "origin"',
  of: ({ origin }) => String(origin),
  cause: "A wrong Origin: pages that are not this site's call the API",
  means:
    "Only pages of the stage's own `siteUrl` may write. Another name of the site belongs into its settings.",
  next: "logs api --filter '{ $.reason = \"origin\" }'",
})

export const aroundCdn = refusal({
  asks: "Do requests come around the CDN, or with another secret than its own?",
  where: '$.reason = "around_cdn"',
  of: ({ userAgent }) => String(userAgent),
  cause: "Requests without the CDN's secret",
  means:
    "Somebody calls the gateway itself; or, when it is everybody, the CDN's secret and the function's are not the same.",
  next: "verify",
})

export const scopeMissing = refusal({
  asks: "Do access tokens lack a scope?",
  where: '($.reason = "scope_missing" || $.reason = "browser_only")',
  cause: "Access tokens that may not do this",
  means: "The token was made for less, or this is for browsers alone.",
  next: "logs api --filter '{ $.reason = \"scope_missing\" }'",
})

export const otherRefusals: Step = {
  asks: "For what else was refused?",
  async look({ lines }) {
    const known = ["origin", "around_cdn", "scope_missing", "browser_only"]
    const found = (await lines("api", '{ $.message = "request" && $.status = 403 }')).filter(
      ({ reason }) => !known.includes(String(reason)),
    )
    if (found.length === 0) return fine("For nothing else.")
    const reasons = counted(found, (line) => `${line.reason} at ${routeOf(line)}`)
    return {
      is: "cause",
      found: `${some(found.length, "request")}: ${reasons}`,
      means: "The product's own rules: what the reason says is in messages, under `errors`.",
      evidence: examples(found),
      cause: `The product's own rules: ${reasons}.`,
      next: `explain ${found.at(-1)?.request_id}`,
      times: found.length,
    }
  },
}

export const ownLimits = refusal({
  asks: "Were our own limits reached?",
  where: "$.status = 429",
  of: (line) => `${line.limit ?? line.reason} by ${who(line)}`,
  cause: "The product's own rate limit",
  means:
    "The limits are the stage's settings, `limits` in core/settings.schema.ts; one caller alone is a program or an attack.",
  next: "security suspicious",
})

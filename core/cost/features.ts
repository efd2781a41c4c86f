import type { Feature } from "./cost.schema"

/** The memory of each function in MB, as it is in production; a test holds them against the infrastructure. */
export const memory = {
  api: 1769,
  "image-processing": 1769,
  "photo-given-up": 256,
  "table-changed": 1024,
  "every-minute": 512,
  background: 1024,
  digest: 512,
  housekeeping: 512,
} as const
export type Metered = keyof typeof memory

/** What each function is for. The server is for many things: see {@link featureOf}. */
const ofFunction: Record<Exclude<Metered, "api">, Feature> = {
  "image-processing": "process",
  "photo-given-up": "process",
  "table-changed": "follow-up",
  "every-minute": "operations",
  background: "profile",
  digest: "notifications",
  housekeeping: "operations",
}

/** The first that fits, by the beginning of the route. */
const ofRoute: [RegExp, Feature][] = [
  [/^\/(health|api\/(health|openapi|docs))/, "operations"],
  [/^\/api\/(auth|account|me\/(sessions|password|accounts))\b/, "sign-in"],
  [/^\/(signin|signup|forgot|reset|verify)\b/, "sign-in"],
  [/^\/(api\/(uploads|photos)|upload)\b/, "upload"],
  [/^\/(api\/)?feed\b|^\/$/, "feed"],
  [/^\/api\/me\/(on-this-day|suggestions)\b|^\/(explore|trending)\b/, "feed"],
  [/^\/(api\/)?(search|tags|t)\b/, "search"],
  [/^\/(api\/notifications|api\/me\/notification-settings|notifications|unsubscribe)\b/, "notifications"],
  [/^\/(api\/(posts|drafts|comments|media|oembed|me\/(drafts|bookmarks))|p|embed|drafts|saved)\b/, "share"],
]

/** What a line of a function's log was for. @param route of a request or a page, with the names of its parameters */
export function featureOf(name: Metered, route: unknown): Feature {
  if (name !== "api") return ofFunction[name]
  // What no request wrote: metrics, starts.
  if (typeof route !== "string") return "operations"
  return ofRoute.find(([pattern]) => pattern.test(route))?.[1] ?? "profile"
}

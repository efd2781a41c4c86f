import { grouped, most, type Request } from "./requests"

/** From when on something is worth a look. */
export const bounds = {
  /** Milliseconds that a request may take. */
  slow: 5000,
  /** Errors of one address, of which more than half of its requests are. */
  errors: 20,
  /** Calls of one address that were not allowed. */
  refused: 10,
  /** Errors in a minute, that are five times as many as in the middle one. */
  burst: 20,
} as const

export type Address = {
  address: string
  requests: number
  errors: number
  /** Not signed in, or not allowed. */
  refused: number
  /** One too many of something. */
  limited: number
  slow: number
  /** How many different places were not there. */
  missing: number
  why: string[]
}

/** What stands out in some requests: the busiest addresses and why to look at them, bursts of errors, slow requests. */
export function suspicious(requests: readonly Request[]) {
  const addresses = [...grouped(requests, ({ address }) => address)]
    .map(([address, of]) => judged(address, of))
    .sort((a, b) => b.why.length - a.why.length || b.requests - a.requests)
  return {
    requests: requests.length,
    addresses: addresses.slice(0, 15),
    bursts: burstsOf(requests),
    slow: requests
      .filter(({ duration }) => duration > bounds.slow)
      .sort((a, b) => b.duration - a.duration)
      .slice(0, 10),
  }
}

function judged(address: string, requests: readonly Request[]): Address {
  const count = (fits: (request: Request) => boolean) => requests.filter(fits).length
  const errors = count(({ status }) => status >= 400)
  const refused = count(({ status }) => status === 401 || status === 403)
  const limited = count(({ status }) => status === 429)
  const lost = requests.filter(({ status }) => status === 404)
  return {
    address,
    requests: requests.length,
    errors,
    refused,
    limited,
    slow: count(({ duration }) => duration > bounds.slow),
    missing: most(lost, ({ path }) => path, lost.length).length,
    why: [
      ...(errors >= bounds.errors && errors * 2 > requests.length ? ["mostly errors"] : []),
      ...(refused >= bounds.refused ? ["often refused"] : []),
      ...(limited > 0 ? ["too often"] : []),
    ],
  }
}

/** Minutes with far more errors than usual. */
function burstsOf(requests: readonly Request[]) {
  const minute = (at: number) => Math.floor(at / 60_000)
  const times = requests.map(({ at }) => minute(at))
  const length = times.length > 0 ? minute(requests.at(-1)?.at ?? 0) - (times[0] ?? 0) + 1 : 0
  const errors = requests.filter(({ status }) => status >= 400)
  const byMinute = grouped(errors, ({ at }) => minute(at))
  // Minutes without any count as well.
  const counts = [...byMinute.values()].map((of) => of.length).sort((a, b) => b - a)
  const middle = counts[Math.floor(length / 2)] ?? 0
  return [...byMinute]
    .filter(([, of]) => of.length >= bounds.burst && of.length > middle * 5)
    .sort(([a], [b]) => a - b)
    .map(([at, of]) => ({
      at: at * 60_000,
      errors: of.length,
      statuses: most(of, ({ status }) => String(status), 3),
      paths: most(of, ({ path }) => path, 3),
    }))
}

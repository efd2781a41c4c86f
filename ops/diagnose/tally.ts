import { grouped } from "../security/requests"
import type { Line } from "./scene"

/** Lines by what they have in common, the most frequent first. */
export const tally = <T extends Line>(lines: readonly T[], of: (line: T) => string) =>
  [...grouped(lines, of)]
    .map(([value, some]) => ({ value, lines: some, times: some.length }))
    .sort((a, b) => b.times - a.times)

/** `a 12, b 3`, the first few. */
export const counted = <T extends Line>(lines: readonly T[], of: (line: T) => string, count = 5): string =>
  tally(lines, of)
    .slice(0, count)
    .map(({ value, times }) => `${value} ${times}`)
    .join(", ")

export const routeOf = ({ method, route, path }: Line) => `${method} ${route ?? path}`

/** What an error says of itself: its name, what it says, and where in our code it was thrown. */
export function errorOf({ error }: Line): { name: string; message: string; code?: string; at?: string } {
  const { name = "Error", message = "", code, stack = "", cause } = (error ?? {}) as Record<string, never>
  // Who wraps an error says less than the innermost one.
  if (cause) return errorOf({ error: cause } as unknown as Line)
  const frame = String(stack)
    .split("\n")
    .find(
      (line) => /\b(core|app|functions|infra)\/[\w/.[\]-]+\.ts/.test(line) && !line.includes("node_modules"),
    )
  const at = /\b((?:core|app|functions)\/[\w/.[\]-]+\.ts:\d+)/.exec(frame ?? "")?.[1]
  const said = String(message).replaceAll(/\s+/g, " ").slice(0, 160)
  return { name, message: said, ...(code ? { code } : {}), ...(at ? { at } : {}) }
}

import type { Values } from "./source"

const bars = "▁▂▃▄▅▆▇█"

/** Values as a line of bars, from nothing to the highest; a dot where nothing was counted. */
export function sparkline(values: Values): string {
  const highest = Math.max(0, ...values.map((value) => value ?? 0))
  return values
    .map((value) => {
      if (value === undefined) return "·"
      const height = highest === 0 ? 0 : Math.round((value / highest) * (bars.length - 1))
      return bars[height]
    })
    .join("")
}

import { escaped } from "./escaped"
import type { Chart } from "./report"

const [width, height] = [240, 56]

/** A chart as SVG that takes its colours from the page; gaps where nothing was counted. */
export function chart({ title, value, values, kind, from, to, isBad }: Chart): string {
  const name = escaped(`${title}: ${value}, ${from} – ${to}`)
  const highest = Math.max(0, ...values.map((one) => one ?? 0))
  const y = (one: number) => height - 2 - (highest === 0 ? 0 : (one / highest) * (height - 6))
  const drawn = kind === "bars" ? bars(values, y) : line(values, y)
  return `<svg class="chart${isBad && highest > 0 ? " bad" : ""}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${name}"><path class="ground" d="M0 ${height - 1}H${width}"/>${drawn}</svg>`
}

type Y = (one: number) => number
const round = (n: number) => Number(n.toFixed(1))

function bars(values: Chart["values"], y: Y): string {
  const step = width / Math.max(1, values.length)
  const wide = Math.max(1, Math.min(28, step * 0.72))
  return values
    .map((one, i) => {
      if (one === undefined) return ""
      const top = one === 0 ? height - 2 : y(one)
      return `<rect x="${round(i * step + (step - wide) / 2)}" y="${round(top)}" width="${round(wide)}" height="${round(height - 1 - top)}"/>`
    })
    .join("")
}

function line(values: Chart["values"], y: Y): string {
  const step = width / Math.max(1, values.length - 1)
  const points = values.map((one, i) => (one === undefined ? undefined : [round(i * step), round(y(one))]))
  let isDown = false
  const path = points
    .map((point) => {
      const command = isDown ? "L" : "M"
      isDown = point !== undefined
      // A point alone is a dot.
      return point ? `${command}${point.join(" ")}${command === "M" ? "h.1" : ""}` : ""
    })
    .join("")
  return `<path class="line" d="${path}"/>`
}

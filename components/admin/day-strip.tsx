import type { Day } from "@/core/status/status.schema"

const shown = 30
const colour = ({ failed, slow, runs }: Day) =>
  runs === 0
    ? "var(--color-line)"
    : failed > 0
      ? "var(--color-danger)"
      : slow > 0
        ? "var(--color-warn-mark)"
        : "var(--color-ok)"

/** Thirty days as bars, the newest last; a day with failures is as tall as its share of them is small. */
export function DayStrip({ days, label }: { days: readonly Day[]; label: string }) {
  const last = days.slice(-shown)
  return (
    <svg className="strip" viewBox={`0 0 ${shown * 4} 24`} role="img" aria-label={label}>
      {Array.from({ length: shown }, (_, index) => {
        const at = last[index - (shown - last.length)]
        const worked = at && at.runs > 0 ? 1 - at.failed / at.runs : 1
        const height = at ? 6 + 18 * worked : 4
        return (
          <rect
            key={at?.day ?? index}
            x={index * 4}
            y={24 - height}
            width={3}
            height={height}
            fill={at ? colour(at) : "var(--color-line)"}
          />
        )
      })}
    </svg>
  )
}

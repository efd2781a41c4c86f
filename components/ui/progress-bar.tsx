import type { CSSProperties } from "react"

type Props = {
  label: string
  /** 0 to 100; undefined while nobody knows how much there is. */
  percent: number | undefined
}

/** How far something is that takes a while. */
export function ProgressBar({ label, percent }: Props) {
  return (
    <div
      className={percent === undefined ? "progress progress--wait" : "progress"}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      style={{ "--p": `${percent ?? 0}%` } as CSSProperties}
    >
      <i />
    </div>
  )
}

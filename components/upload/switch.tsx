"use client"

type Props = { label: string; hint?: string; checked: boolean; onChange: (checked: boolean) => void }

/** Turns one thing on or off. */
export function Switch({ label, hint, checked, onChange }: Props) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-checked={checked}
      onClick={() => onChange(!checked)}
    >
      <span className="switch__text">
        {label}
        {hint && <span className="faint xs block">{hint}</span>}
      </span>
      <span className="switch__knob" />
    </button>
  )
}

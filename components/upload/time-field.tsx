import { useId } from "react"
import { fromField, toField } from "./schedule"

type Props = {
  label: string
  /** ISO-8601, empty where none is chosen. */
  value: string
  fault?: string | undefined
  /** What is said of the zone, of which a name is given. */
  zone: (name: string) => string
  onChange: (value: string) => void
}

/** A time to choose, in the person's own zone, which is named beneath. */
export function TimeField({ label, value, fault, zone, onChange }: Props) {
  const id = useId()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return (
    <>
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="datetime-local"
        className="input num"
        value={value && toField(value)}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-note`}
        onChange={({ currentTarget }) => onChange(fromField(currentTarget.value) ?? "")}
      />
      <p id={`${id}-note`} className={fault ? "err" : "hint"}>
        {fault ?? zone(timeZone.replaceAll("_", " "))}
      </p>
    </>
  )
}

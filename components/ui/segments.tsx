"use client"

import { type ReactNode, useId } from "react"

type Props<Value extends string> = {
  choices: readonly { value: Value; label: ReactNode }[]
  value: Value
  onChange: (value: Value) => void
}

/** A choice of a few, side by side. What is chosen between is for the fieldset around it to say. */
export function Segments<Value extends string>({ choices, value, onChange }: Props<Value>) {
  const name = useId()
  return (
    <div className="seg">
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            className="vh"
            name={name}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  )
}

"use client"

import { TriangleAlert } from "lucide-react"
import { type InputHTMLAttributes, type ReactNode, useId } from "react"

type Props = InputHTMLAttributes<HTMLInputElement> & {
  name: string
  label: string
  /** A word beside the label, such as “optional”. */
  note?: string
  hint?: ReactNode
  fault?: string
  /** What stands before the text, inside the field. */
  prefix?: string
  /** A button at the end of the field. */
  end?: ReactNode
}

/** A labelled field with its hint, or what is wrong with it, underneath. */
export function TextField({ label, note, hint, fault, prefix, end, ...input }: Props) {
  const id = useId()
  const below = fault ?? hint
  const field = (
    <input
      {...input}
      id={id}
      className="input"
      aria-invalid={fault ? true : undefined}
      aria-describedby={[note && `${id}-note`, below && `${id}-below`].filter(Boolean).join(" ") || undefined}
    />
  )
  return (
    <div className="field">
      <div className="field__label">
        <label htmlFor={id}>{label}</label>
        {note && (
          <span className="opt" id={`${id}-note`}>
            {note}
          </span>
        )}
      </div>
      {prefix || end ? (
        <div className={prefix ? "prefix" : "with-end"}>
          {prefix && <span>{prefix}</span>}
          {field}
          {end}
        </div>
      ) : (
        field
      )}
      {below && (
        <p className={fault ? "err" : "hint"} id={`${id}-below`}>
          {fault && <TriangleAlert className="i i--sm" />}
          <span>{below}</span>
        </p>
      )}
    </div>
  )
}

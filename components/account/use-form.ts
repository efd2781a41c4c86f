"use client"

import { type SubmitEvent, useEffect, useRef, useState } from "react"
import { ProblemError } from "@/components/api-call"
import { useProblemText } from "@/components/use-problem-text"

export type Values = Record<string, string>
/** Field name → what is wrong with it, in words. */
export type Faults = Record<string, string | undefined>

type Options = {
  /** Faults that need no server. */
  check: (values: Values) => Faults
  /** Does the thing; what it throws is shown. */
  run: (values: Values) => Promise<void>
}

/**
 * One form: looks at its fields, sends them once, and shows what was wrong: under the field where it belongs to one,
 * above the form otherwise. The first faulty field gets the focus. What goes wrong after it was sent is given to `refuse`.
 */
export function useForm({ check, run }: Options) {
  const form = useRef<HTMLFormElement>(null)
  const [faults, setFaults] = useState<Faults>({})
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const problemText = useProblemText()

  useEffect(() => {
    if (Object.values(faults).some(Boolean)) {
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus()
    }
  }, [faults])

  const refuse = (error: unknown) => {
    const values = form.current ? valuesOf(form.current) : {}
    const found = error instanceof ProblemError ? faultsOf(error, values) : {}
    setFaults(found)
    if (Object.keys(found).length === 0) setProblem(problemText(error))
  }

  const onSubmit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const values = valuesOf(event.currentTarget)
    const found = check(values)
    setProblem(undefined)
    setFaults(found)
    if (Object.values(found).some(Boolean)) return
    setBusy(true)
    try {
      await run(values)
    } catch (error) {
      refuse(error)
    }
    setBusy(false)
  }

  return { form: { ref: form, onSubmit, noValidate: true }, faults, problem, busy, refuse }
}

const valuesOf = (form: HTMLFormElement): Values =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))

/** The server's faults by field; those of fields that this form does not have are left to the sentence above it. */
function faultsOf({ errors }: ProblemError, values: Values): Faults {
  const known = errors.filter(({ path }) => path in values)
  return Object.fromEntries(known.map(({ path, message }) => [path, message]))
}

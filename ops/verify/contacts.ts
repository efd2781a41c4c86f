import { contacts, examplesIn } from "../../infra/contacts"
import type { Outputs } from "../outputs"
import { type Check, skipped } from "./check"

/** Whether incidents go to somebody: examples are nobody, which is a warning where production would not be deployed. */
export function whoIsTold({ escalation }: Pick<Outputs, "escalation">, given = contacts): Check {
  const name = "contacts"
  const levels = escalation?.levels ?? []
  if (levels.length > 0)
    return {
      name,
      ok: true,
      found: levels.map((level) => `${level.name} after ${level.minutes} min`).join(", "),
    }
  const examples = examplesIn(given)
  return {
    name,
    ...skipped(
      examples.length > 0
        ? `WARNING: incidents go to nobody; replace the examples in infra/contacts.json (${examples[0]} …)`
        : "those of infra/contacts.json, from the next deployment on",
    ),
  }
}

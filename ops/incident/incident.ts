import { AppError } from "../../core/error"
import { Incident } from "../../core/incident"
import type { IncidentEventView, IncidentView } from "../../core/incident/incident.schema"
import { facts, table } from "../output"
import { exit, OpsProblem } from "../problem"

export const idArg = {
  id: {
    type: "positional",
    required: false,
    description: "inc_…; the open one, when there is but one, where not given",
  },
} as const

/**
 * The incident that is meant.
 * @throws OpsProblem when there is none of that id, or not exactly one that is open
 */
export async function incidentOf(id: string | undefined): Promise<IncidentView> {
  if (id) return meant(Incident.get(id), `There is no incident ${id} here.`)
  const open = await Incident.listOpen()
  const [only] = open
  if (only && open.length === 1) return only
  throw new OpsProblem(
    only
      ? `${open.length} incidents are open: ${open.map((one) => one.id).join(", ")}.`
      : "No incident is open.",
    only ? "Name one." : "`incident list` shows those that are over.",
    only ? exit.usage : exit.nothing,
  )
}

/** Does something to an incident; what the product refuses becomes a problem of whoever asked. */
export async function meant<T>(what: Promise<T>, missing: string, conflict = "It is over."): Promise<T> {
  try {
    return await what
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found")
      throw new OpsProblem(missing, undefined, exit.nothing)
    if (error instanceof AppError && error.code === "conflict")
      throw new OpsProblem(conflict, undefined, exit.failed)
    if (error instanceof AppError && error.code === "invalid")
      throw new OpsProblem(
        "That does not fit this incident.",
        "`incident show` tells its kind and its steps.",
      )
    throw error
  }
}

export const titleOf = ({ title }: Pick<IncidentView, "title">) => title.en ?? title.ja ?? ""

/** How an incident stands, what is to be done, and what happened. */
export function shown(incident: IncidentView, events: readonly IncidentEventView[]): string {
  const { id, kind, state, impact, journeys, people, openedAt, openedBy, acknowledgedBy, resolvedAt } =
    incident
  const time = (at: string | undefined) => at?.slice(0, 16).replace("T", " ")
  return [
    titleOf(incident),
    facts({
      id,
      kind,
      state,
      journeys: `${journeys.join(", ")} (${impact})`,
      people,
      "on the status page": incident.public ? "yes" : "no",
      opened: `${time(openedAt)} UTC by ${openedBy}`,
      acknowledged: acknowledgedBy ?? "by nobody",
      escalated: incident.escalatedTo > 0 ? `to level ${incident.escalatedTo}` : "to no level",
      resolved: time(resolvedAt),
    }),
    table(
      incident.steps.map(({ name, at, by }) => ({ done: at ? "x" : " ", name, when: time(at), by })),
      [{ of: "done", as: "" }, { of: "name", as: "step" }, { of: "when" }, { of: "by" }],
    ),
    table(
      events.map(({ at, kind: what, text, detail, by }) => ({
        when: time(at),
        what,
        said: [text?.en ?? text?.ja, detail].filter(Boolean).join(" · "),
        by,
      })),
      [{ of: "when" }, { of: "what" }, { of: "said" }, { of: "by" }],
    ),
  ].join("\n\n")
}

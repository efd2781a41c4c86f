import { Drill } from "../../core/drill"
import type { DrillKind } from "../../core/drill/drill.schema"
import type { Outcome } from "../command"
import { mark, table } from "../output"
import type { Stage } from "../stage"
import type { Check } from "../verify/check"
import { who } from "../who"

/**
 * Notes in the stage's table what a drill proved, and shows it. What was left out counts for neither.
 * @param closing a sentence for when all of it was fine
 */
export async function proved(
  stage: Stage,
  kind: DrillKind,
  checks: readonly Check[],
  closing: string,
): Promise<Outcome> {
  const ok = checks.length > 0 && checks.every((one) => one.ok !== false)
  const proof = checks.map(({ ok: fine, ...one }) => ({
    ...one,
    ...(fine === undefined ? {} : { ok: fine }),
  }))
  await Drill.record({ kind: "system" }, { kind, by: await who(stage), ok, proof })
  const rows = checks.map((one) => ({ ...one, ok: mark(one.ok) }))
  const text = [
    table(rows, [{ of: "ok", as: "" }, { of: "name", as: "proved" }, { of: "found" }]),
    ok ? closing : "The drill has FAILED. Look at it as at an incident.",
  ].join("\n\n")
  return { data: { kind, ok, checks }, text, ok }
}

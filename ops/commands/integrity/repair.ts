import { command } from "../../command"
import type { Fault } from "../../integrity/fault"
import { ending, look, options, shown } from "../../integrity/options"
import type { Found } from "../../integrity/walk"
import { mark, table } from "../../output"

/** What somebody has agreed to is what is repaired. */
const agreed = new WeakMap<object, Found>()

export default command({
  summary: "puts right what `integrity check` finds, after saying what it would do",
  details:
    "Variants are made anew from originals, copies for the CDN made or removed, orphaned objects removed, counters corrected by\nthe difference. Each is looked at again before it is touched. Exit code 1 when something is left.",
  examples: ["integrity repair --dry-run", "integrity repair --stage production --of counters"],
  args: options,
  async changes({ args, stage, say }) {
    const found = await look(stage, args, say)
    agreed.set(args, found)
    const able = found.faults.filter(({ repair }) => repair)
    return able.length > 0
      ? `repair ${able.length} of ${found.faults.length} faults:\n\n${shown(able)}\n`
      : undefined
  },
  async run({ args, stage, say }) {
    const found = agreed.get(args) ?? (await look(stage, args, say))
    const repaired = []
    for (const fault of found.faults) repaired.push(await put(fault))
    const rows = repaired.map((row) => ({ ...row, ok: mark(row.ok) }))
    const listed = table(rows, [{ of: "ok", as: "" }, { of: "kind" }, { of: "what" }, { of: "how" }])
    const text = [
      rows.length > 0 ? listed : "There is nothing to repair.",
      ending(found, "integrity repair", stage),
    ]
    const ok = repaired.every((row) => row.ok)
    return { data: { repaired, looked: found.looked, next: found.next ?? null }, text: text.join("\n\n"), ok }
  },
})

async function put({ kind, what, repair }: Fault) {
  if (!repair) return { ok: false, kind, what, how: "somebody has to think" }
  try {
    return { ok: true, kind, what, how: await repair() }
  } catch (error) {
    return { ok: false, kind, what, how: error instanceof Error ? error.message : String(error) }
  }
}

import { command } from "../../command"
import { ending, look, options, shown } from "../../integrity/options"

export default command({
  summary: "looks for photos without objects, objects without photos, and counters that do not count",
  details:
    "Changes nothing. It reads the table once from end to end, and lists the buckets: bounded by --items, and it says how to\ngo on. Each fault is looked at twice, some seconds apart. Exit code 1 when there is one.",
  examples: ["integrity check", "integrity check --stage production --of counters --items 50000"],
  args: options,
  async run({ args, stage, say }) {
    const found = await look(stage, args, say)
    const faults = found.faults.map(({ repair, ...fault }) => fault)
    const text = [
      faults.length > 0 ? shown(found.faults) : "No fault was found.",
      ending(found, "integrity check", stage),
    ]
    return {
      data: { faults, looked: found.looked, next: found.next ?? null },
      text: text.join("\n\n"),
      ok: faults.length === 0,
    }
  },
})

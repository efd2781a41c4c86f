import { Drill } from "../../../core/drill"
import { command } from "../../command"
import { mark, table } from "../../output"

/** Days after which a proof is old. */
const fresh = 90

export default command({
  summary: "lists every kind of drill with its last proof, and those that are overdue",
  details: `Overdue is what was never proved, failed since, or was proved more than ${fresh} days ago: exit code 1 then.`,
  examples: ["drill list", "drill list --stage production --json"],
  args: {},
  async run({ stage }) {
    await stage.link()
    const drills = Object.entries(await Drill.last()).map(([kind, { proved, tried }]) => {
      const days = proved ? Math.floor((Date.now() - Date.parse(proved.at)) / 86_400_000) : null
      const failed = tried !== undefined && !tried.ok
      return {
        kind,
        proved: proved?.at ?? null,
        by: proved?.by ?? null,
        days,
        tried: tried?.at ?? null,
        failed,
        overdue: failed || days === null || days > fresh,
        what:
          (failed ? tried : proved)?.proof.map(({ name, found }) => `${name}: ${found}`).join("; ") ?? null,
      }
    })
    const rows = drills.map((one) => ({
      kind: one.kind,
      ok: mark(!one.overdue),
      proved: one.proved ? `${one.proved.slice(0, 10)}, ${one.days} days ago` : "never",
      state: one.failed
        ? `FAILED on ${one.tried?.slice(0, 10)}`
        : one.overdue
          ? `overdue: drill ${one.kind}`
          : "",
      what: one.what && one.what.length > 90 ? `${one.what.slice(0, 89)}…` : one.what,
    }))
    const text = table(rows, [
      { of: "ok", as: "" },
      { of: "kind" },
      { of: "proved" },
      { of: "state" },
      { of: "what" },
    ])
    return { data: drills, text, ok: drills.every(({ overdue }) => !overdue) }
  },
})

import { Departure } from "../../../core/departure"
import { command } from "../../command"
import { table } from "../../output"

export default command({
  summary: "lists the accounts that are to be deleted, or are being erased",
  details:
    "By id: when the next thing is due, and how far the erasing is. Exit code 1 when one is a day overdue.",
  examples: ["user deletions", "user deletions --stage production --json"],
  args: {},
  async run({ stage }) {
    await stage.link()
    const [rows, overdue] = await Promise.all([Departure.waiting(), Departure.overdue()])
    const data = rows.map(({ userId, state, requestedAt, dueAt, step = "" }) => ({
      userId,
      state,
      requestedAt,
      dueAt,
      step,
    }))
    const columns = (["userId", "state", "requestedAt", "dueAt", "step"] as const).map((of) => ({ of }))
    const text = data.length > 0 ? table(data, columns) : "No account is to be deleted."
    return { data, text: overdue > 0 ? `${text}\n\n${overdue} overdue by a day.` : text, ok: overdue === 0 }
  },
})

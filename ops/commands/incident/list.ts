import { Incident } from "../../../core/incident"
import { command } from "../../command"
import { titleOf } from "../../incident/incident"
import { table } from "../../output"

export default command({
  summary: "lists the incidents, the newest first",
  examples: ["incident list", "incident list --open --stage production --json"],
  args: { open: { type: "boolean", description: "only those that are not over" } },
  async run({ args, stage }) {
    await stage.link()
    const incidents = await (args.open ? Incident.listOpen() : Incident.list())
    const rows = incidents.map((incident) => ({
      id: incident.id,
      opened: incident.openedAt.slice(0, 16).replace("T", " "),
      state: incident.state,
      kind: incident.kind,
      journeys: incident.journeys.join(", "),
      title: titleOf(incident),
    }))
    return {
      data: { incidents },
      text:
        rows.length > 0
          ? table(rows, [
              { of: "id" },
              { of: "opened", as: "opened (UTC)" },
              { of: "state" },
              { of: "kind" },
              { of: "journeys" },
              { of: "title" },
            ])
          : "There is none.",
    }
  },
})

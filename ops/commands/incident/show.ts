import { Incident } from "../../../core/incident"
import { command } from "../../command"
import { idArg, incidentOf, shown } from "../../incident/incident"

export default command({
  summary: "shows an incident: scope, checklist with who and when, timeline",
  examples: ["incident show", "incident show inc_01J0000000000000000000000A --stage production --json"],
  args: idArg,
  async run({ args, stage }) {
    await stage.link()
    const incident = await incidentOf(args.id)
    const events = await Incident.timeline(incident.id)
    return { data: { ...incident, timeline: events }, text: shown(incident, events) }
  },
})

import { Incident } from "../../../core/incident"
import { command } from "../../command"
import { idArg, incidentOf, meant, shown } from "../../incident/incident"
import { needed, textArgs, wordsOf } from "../../incident/words"
import { linkProduct } from "../../linked"
import { who } from "../../who"

export default command({
  summary: "ends an incident, on the status page as well",
  details: "The report is owed after it: `incident postmortem` drafts it from the timeline.",
  examples: ["incident resolve --text 'Uploads work again. Nothing was lost.' --text-ja '復旧しました。'"],
  args: { ...idArg, ...textArgs },
  leavesRecord: true,
  async changes({ args, stage }) {
    await linkProduct(stage)
    return `resolve ${(await incidentOf(args.id)).id}`
  },
  async run({ args, stage }) {
    const text = needed(wordsOf(args.text, args["text-ja"]), "text")
    await linkProduct(stage)
    const { id } = await incidentOf(args.id)
    const by = await who(stage)
    const resolved = await meant(
      Incident.resolve({ kind: "system" }, { by, incidentId: id, text }),
      `There is no incident ${id}.`,
      "It is over already.",
    )
    const events = await Incident.timeline(id)
    return { data: { ...resolved, timeline: events }, text: shown(resolved, events) }
  },
})

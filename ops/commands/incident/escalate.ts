import { config } from "../../../core/config"
import { Incident } from "../../../core/incident"
import { command } from "../../command"
import { idArg, incidentOf, meant } from "../../incident/incident"
import { linkProduct } from "../../linked"
import { OpsProblem } from "../../problem"
import { who } from "../../who"

export default command({
  summary: "tells the next level of an incident now, or the one that you name",
  details:
    "By itself a level is told when nobody has acknowledged an incident in its time: see infra/contacts.json, where the\nlevels and their minutes are. In AWS it goes through SNS; on a laptop it is in the outbox.",
  examples: ["incident escalate", "incident escalate --level 3 --stage production"],
  args: { ...idArg, level: { type: "string", description: "1, 2, 3 …; the next one when not given" } },
  leavesRecord: true,
  async changes({ args, stage }) {
    await linkProduct(stage)
    const { id, escalatedTo } = await incidentOf(args.id)
    const number = Number(args.level ?? escalatedTo + 1)
    const level = config.escalation.levels[number - 1]
    if (!level)
      throw new OpsProblem(
        `Stage ${stage.name} has no level ${args.level ?? number}.`,
        `It has ${config.escalation.levels.length}: see infra/contacts.json.`,
      )
    return `tell level ${number}, ${level.name}, of ${id}`
  },
  async run({ args, stage }) {
    await linkProduct(stage)
    const { id } = await incidentOf(args.id)
    const by = await who(stage)
    const level = args.level ? { level: Number(args.level) } : {}
    const data = await meant(
      Incident.escalate({ kind: "system" }, { by, incidentId: id, ...level }),
      "There is no such level.",
    )
    return { data, text: `Told: level ${args.level ?? data.escalatedTo} of ${id}.` }
  },
})

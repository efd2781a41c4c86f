import { Incident } from "../../../core/incident"
import { command } from "../../command"
import { idArg, incidentOf, meant } from "../../incident/incident"
import { linkProduct } from "../../linked"
import { who } from "../../who"

export default command({
  summary: "says that you have an incident in hand, so that nobody else is woken",
  examples: ["incident ack", "incident ack inc_01J0000000000000000000000A --stage production --yes"],
  args: idArg,
  leavesRecord: true,
  async changes({ args, stage }) {
    await linkProduct(stage)
    return `acknowledge ${(await incidentOf(args.id)).id}`
  },
  async run({ args, stage }) {
    await linkProduct(stage)
    const { id } = await incidentOf(args.id)
    const by = await who(stage)
    const data = await meant(
      Incident.acknowledge({ kind: "system" }, { by, incidentId: id }),
      `There is no incident ${id}.`,
      "It is over, or somebody has it in hand already: `incident show`.",
    )
    return { data, text: `${by} has ${id} in hand; nobody else is woken.` }
  },
})

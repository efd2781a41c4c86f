import { Incident } from "../../../core/incident"
import { Step } from "../../../core/incident/incident.schema"
import { command } from "../../command"
import { idArg, incidentOf, meant, shown } from "../../incident/incident"
import { journeysOf, textArgs, wordsOf } from "../../incident/words"
import { linkProduct } from "../../linked"
import { OpsProblem } from "../../problem"
import { who } from "../../who"

export default command({
  summary: "says what is known now, ticks a step of the checklist, or notes something for the report",
  details:
    "--text is for everybody and goes to the status page; --note is for operators alone. Steps of an outage: scope,\nstatus page, rollback, root cause, report; of a security incident: scope, cut off, preserve logs, notify, restore.",
  examples: [
    "incident update --state identified --text 'A full queue.' --text-ja '待ち行列が原因です。'",
    "incident update --step rollback --note 'back to r12'",
    "incident update inc_01J0000000000000000000000A --people 120 --stage production",
  ],
  args: {
    ...idArg,
    ...textArgs,
    state: {
      type: "enum",
      options: ["investigating", "identified", "monitoring"],
      description: "how far it is",
    },
    step: { type: "string", description: "a step of the checklist that is done" },
    note: { type: "string", description: "for the timeline and the report" },
    impact: { type: "enum", options: ["down", "slow"], description: "how the journeys are" },
    journeys: { type: "string", description: "which it is about; several with commas" },
    people: { type: "string", description: "how many people it is about" },
    public: { type: "boolean", description: "show it on the status page" },
  },
  leavesRecord: true,
  async changes({ args, stage }) {
    await linkProduct(stage)
    const { id } = await incidentOf(args.id)
    const { text, state, step, note, impact, journeys, people } = args
    const said = Object.entries({
      text: text ?? args["text-ja"],
      state,
      step,
      note,
      impact,
      journeys,
      people,
    })
    return `update ${id}: ${said.flatMap(([name, value]) => (value ? [`${name} ${value}`] : [])).join(", ")}`
  },
  async run({ args, stage }) {
    await linkProduct(stage)
    const { id } = await incidentOf(args.id)
    const step = args.step ? Step.safeParse(args.step.replaceAll("-", " ")) : undefined
    if (step && !step.success)
      throw new OpsProblem(`"${args.step}" is no step.`, `There are: ${Step.options.join(", ")}.`)
    if (args.people && !/^\d+$/.test(args.people)) throw new OpsProblem("--people is a whole number.")
    const text = wordsOf(args.text, args["text-ja"])
    const change = {
      by: await who(stage),
      incidentId: id,
      ...(text ? { text } : {}),
      ...(args.state ? { state: args.state } : {}),
      ...(step ? { step: step.data } : {}),
      ...(args.note ? { note: args.note } : {}),
      ...(args.impact ? { impact: args.impact } : {}),
      ...(args.journeys ? { journeys: journeysOf(args.journeys) } : {}),
      ...(args.people ? { people: Number(args.people) } : {}),
      ...(args.public === undefined ? {} : { public: args.public }),
    }
    const updated = await meant(Incident.update({ kind: "system" }, change), `There is no incident ${id}.`)
    const events = await Incident.timeline(id)
    return { data: { ...updated, timeline: events }, text: shown(updated, events) }
  },
})

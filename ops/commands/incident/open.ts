import { Incident } from "../../../core/incident"
import { command } from "../../command"
import { meant, shown } from "../../incident/incident"
import { journeysOf, needed, textArgs, wordsOf } from "../../incident/words"
import { linkProduct } from "../../linked"
import { who } from "../../who"

export default command({
  summary: "opens an incident: on the status page at once, and whoever is on call is told",
  details:
    "A security incident is on the status page only with --public. Nobody has acknowledged it before `incident ack`:\nuntil then the levels of infra/contacts.json are told, one after the other. `incident show` has the checklist.",
  examples: [
    "incident open 'Uploads fail' --title-ja 'アップロードできません' --journeys upload,process --text 'We are looking into it.' --text-ja '調査しています。'",
    "incident open 'Sign-in pages leak addresses' --kind security --journeys 'sign in' --text 'Under investigation.' --stage production",
  ],
  args: {
    title: { type: "positional", required: true, description: "what people cannot do, in English" },
    "title-ja": { type: "string", description: "the same in Japanese" },
    kind: {
      type: "enum",
      options: ["outage", "security"],
      default: "outage",
      description: "which checklist",
    },
    journeys: {
      type: "string",
      required: true,
      valueHint: "journeys",
      description: "sign in, upload, process, feed, share; several with commas",
    },
    impact: { type: "enum", options: ["down", "slow"], default: "down", description: "how they are" },
    ...textArgs,
    public: { type: "boolean", description: "show a security incident on the status page" },
  },
  leavesRecord: true,
  changes: ({ args }) => `open an incident (${args.kind}, ${args.journeys} ${args.impact}): ${args.title}`,
  async run({ args, stage }) {
    const incident = {
      by: await who(stage),
      kind: args.kind,
      title: needed(wordsOf(args.title, args["title-ja"]), "title"),
      impact: args.impact,
      journeys: journeysOf(args.journeys),
      text: needed(wordsOf(args.text, args["text-ja"]), "text"),
      ...(args.public ? { public: true } : {}),
    }
    await linkProduct(stage)
    const opened = await meant(Incident.open({ kind: "system" }, incident), "")
    const events = await Incident.timeline(opened.id)
    return { data: { ...opened, timeline: events }, text: shown(opened, events) }
  },
})

import { Incident } from "../../../core/incident"
import { command } from "../../command"
import { type Audience, affectedBy, audienceOf, audiences } from "../../incident/affected"
import { idArg, incidentOf, meant } from "../../incident/incident"
import { linkProduct } from "../../linked"
import { facts } from "../../output"
import { personOf } from "../../person"
import { OpsProblem } from "../../problem"
import type { Stage } from "../../stage"
import { who } from "../../who"

const inChunk = 50

export default command({
  summary: "mails the newest text of an incident to those it concerned, each in their language",
  details:
    "Nobody gets the same text twice: after an interruption, or with --limit, the same command goes on. --dry-run says how\nmany it would be. By itself: everybody for a security incident; who sent photos meanwhile, where only uploads were\nconcerned; else who was here since the day before. It reads the whole table.",
  examples: [
    "incident notify --dry-run",
    "incident notify --who uploaders --limit 500 --stage production",
    "incident notify --people ada,grace --stage production",
  ],
  args: {
    ...idArg,
    who: { type: "enum", options: [...audiences], description: "whom it concerned" },
    people: { type: "string", description: "these alone: ids or handles, with commas" },
    limit: { type: "string", default: "1000", description: "how many mails at the most, now" },
  },
  leavesRecord: true,
  async changes({ args, stage }) {
    const { id, userIds } = await meantBy(args, stage)
    return `mail up to ${Math.min(userIds.length, limitOf(args))} of ${userIds.length} people of ${id}`
  },
  async run({ args, stage, say }) {
    const { id, userIds } = await meantBy(args, stage)
    const by = await who(stage)
    const sum = { sent: 0, known: 0, unreachable: 0, failed: 0 }
    const limit = limitOf(args)
    for (let at = 0; at < userIds.length && sum.sent + sum.failed < limit; ) {
      const some = userIds.slice(at, at + Math.min(inChunk, limit - sum.sent - sum.failed))
      at += some.length
      const done = await meant(
        Incident.notify({ kind: "system" }, { by, incidentId: id, userIds: some }),
        `There is no incident ${id}.`,
      )
      for (const key of ["sent", "known", "unreachable", "failed"] as const) sum[key] += done[key]
      say(`${at} of ${userIds.length}: ${sum.sent} sent`)
    }
    const left = userIds.length - sum.sent - sum.known - sum.unreachable
    return {
      data: { id, people: userIds.length, ...sum, left },
      text: facts({ ...sum, left }),
      ok: sum.failed === 0,
    }
  },
})

type Args = { id?: string; who?: Audience; people?: string; limit: string }

function limitOf({ limit }: Args): number {
  if (/^[1-9]\d{0,6}$/.test(limit)) return Number(limit)
  throw new OpsProblem("--limit is a whole number above 0.")
}

async function meantBy(args: Args, stage: Stage) {
  await linkProduct(stage)
  const incident = await incidentOf(args.id)
  const userIds = args.people
    ? await Promise.all(args.people.split(",").map(async (name) => (await personOf(name.trim())).userId))
    : await affectedBy(stage, incident, args.who ?? audienceOf(incident))
  return { id: incident.id, userIds }
}

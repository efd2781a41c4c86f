import type { Actor } from "../core/actor"
import { command } from "./command"
import { linkProduct } from "./linked"
import { doing, personOf } from "./person"
import { who } from "./who"

type Decision = { userId: string; by: string; why?: string }

/**
 * Defines a command that decides something about one account, with a reason, and whose record is the product's own.
 * @param verb its name, as in `user suspend`
 * @param decide does it; `conflict` when there is nothing to decide
 * @param refusal what is then said after the handle: `is suspended already`
 */
export function decision(options: {
  verb: string
  summary: string
  details: string
  decide: (actor: Actor, decision: Decision) => Promise<unknown>
  refusal: string
}) {
  const { verb, summary, details, decide, refusal } = options
  return command({
    summary,
    details,
    examples: [
      `user ${verb} ada --why 'spam'`,
      `user ${verb} usr_01J0000000000000000000000A --stage production`,
    ],
    args: {
      who: { type: "positional", required: true, description: "an id, a handle, or an e-mail address" },
      why: { type: "string", description: "the reason, for the audit" },
    },
    leavesRecord: true,
    async changes({ args, stage }) {
      await linkProduct(stage)
      const { handle, userId } = await personOf(args.who)
      return `${verb} ${handle} (${userId})`
    },
    async run({ args, stage }) {
      const { handle, userId } = await personOf(args.who)
      const decided = { userId, by: await who(stage), ...(args.why ? { why: args.why } : {}) }
      await doing(decide({ kind: "system" }, decided), `${handle} ${refusal}.`)
      return { data: { userId, handle, done: verb }, text: `Done: ${verb} ${handle}.` }
    },
  })
}

import { Account } from "../../../core/account"
import { command } from "../../command"
import { doing, personOf } from "../../person"
import { who } from "../../who"

export default command({
  summary: "opens a suspended account again",
  details: "The person signs in again by themselves.",
  examples: [
    "user restore ada --why 'spam'",
    "user restore usr_01J0000000000000000000000A --stage production",
  ],
  args: {
    who: { type: "positional", required: true, description: "an id, a handle, or an e-mail address" },
    why: { type: "string", description: "the reason, for the audit" },
  },
  leavesRecord: true,
  async changes({ args, stage }) {
    await stage.link()
    const { handle, userId } = await personOf(args.who)
    return `restore ${handle} (${userId})`
  },
  async run({ args, stage }) {
    const { handle, userId } = await personOf(args.who)
    const decision = { userId, by: await who(stage), ...(args.why ? { why: args.why } : {}) }
    await doing(Account.restore({ kind: "system" }, decision), `${handle} is not suspended.`)
    return { data: { userId, handle, done: "restore" }, text: `Done: restore ${handle}.` }
  },
})

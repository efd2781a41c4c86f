import { Account } from "../../../core/account"
import { command } from "../../command"
import { doing, personOf } from "../../person"
import { who } from "../../who"

export default command({
  summary: "shuts an account: shown nowhere, signed out everywhere, cannot sign in",
  details:
    "Photos that the CDN holds stay at their addresses until they are withdrawn. `user restore` undoes it; the audit notes both.",
  examples: [
    "user suspend ada --why 'spam'",
    "user suspend usr_01J0000000000000000000000A --stage production",
  ],
  args: {
    who: { type: "positional", required: true, description: "an id, a handle, or an e-mail address" },
    why: { type: "string", description: "the reason, for the audit" },
  },
  leavesRecord: true,
  async changes({ args, stage }) {
    await stage.link()
    const { handle, userId } = await personOf(args.who)
    return `suspend ${handle} (${userId})`
  },
  async run({ args, stage }) {
    const { handle, userId } = await personOf(args.who)
    const decision = { userId, by: await who(stage), ...(args.why ? { why: args.why } : {}) }
    await doing(Account.suspend({ kind: "system" }, decision), `${handle} is suspended already.`)
    return { data: { userId, handle, done: "suspend" }, text: `Done: suspend ${handle}.` }
  },
})

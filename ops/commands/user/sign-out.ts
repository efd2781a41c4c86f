import { Account } from "../../../core/account"
import { command } from "../../command"
import { doing, personOf } from "../../person"
import { who } from "../../who"

export default command({
  summary: "ends every session and access token of an account",
  details:
    "The next request of each device is a visitor's. Passwords stay: suspend the account when somebody else knows it.",
  examples: [
    "user sign-out ada --why 'spam'",
    "user sign-out usr_01J0000000000000000000000A --stage production",
  ],
  args: {
    who: { type: "positional", required: true, description: "an id, a handle, or an e-mail address" },
    why: { type: "string", description: "the reason, for the audit" },
  },
  leavesRecord: true,
  async changes({ args, stage }) {
    await stage.link()
    const { handle, userId } = await personOf(args.who)
    return `sign-out ${handle} (${userId})`
  },
  async run({ args, stage }) {
    const { handle, userId } = await personOf(args.who)
    const decision = { userId, by: await who(stage), ...(args.why ? { why: args.why } : {}) }
    await doing(Account.signOut({ kind: "system" }, decision), `${handle} cannot be signed out.`)
    return { data: { userId, handle, done: "sign-out" }, text: `Done: sign-out ${handle}.` }
  },
})

import { Account } from "../../../core/account"
import { Role } from "../../../core/user/user.schema"
import { command } from "../../command"
import { personOf } from "../../person"
import { who } from "../../who"

export default command({
  summary: "gives an account a role: member, moderator, admin",
  details: "It is signed out everywhere: a session has the role that it was opened with. The audit notes it.",
  examples: ["user promote ada --role moderator", "user promote ada --role member --stage production"],
  args: {
    who: { type: "positional", required: true, description: "an id, a handle, or an e-mail address" },
    role: { type: "enum", options: [...Role.options], required: true, description: "the role from now on" },
    why: { type: "string", description: "the reason, for the audit" },
  },
  leavesRecord: true,
  async changes({ args, stage }) {
    await stage.link()
    const { handle, userId, role } = await personOf(args.who)
    return role === args.role ? undefined : `make ${handle} (${userId}), now ${role}, ${args.role}`
  },
  async run({ args, stage }) {
    const { handle, userId, role: before } = await personOf(args.who)
    const role = Role.parse(args.role)
    const why = args.why ? { why: args.why } : {}
    if (before !== role)
      await Account.setRole({ kind: "system" }, { userId, role, by: await who(stage), ...why })
    return {
      data: { userId, handle, before, role },
      text: `${handle} is ${role}${before === role ? " already" : ""}.`,
    }
  },
})

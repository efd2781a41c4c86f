import { Account } from "../../../core/account"
import type { AccountState } from "../../../core/account/account.schema"
import { Audit } from "../../../core/audit"
import { linkBuckets } from "../../buckets"
import { command } from "../../command"
import { facts, table } from "../../output"
import { personOf } from "../../person"

export default command({
  summary: "shows an account: role, state, devices that are signed in, counters, what was done to it",
  details:
    "Never the e-mail address, nor what the person wrote. Finding by e-mail needs the stage's secrets: sst shell.",
  examples: ["user show ada", "user show usr_01J0000000000000000000000A --stage production --json"],
  args: { who: { type: "positional", required: true, description: "an id, a handle, or an e-mail address" } },
  async run({ args, stage }) {
    await linkBuckets(stage)
    const user = await personOf(args.who)
    const [account, audit] = await Promise.all([Account.state(user), Audit.ofUser(user.userId)])
    const data = {
      id: account.id,
      handle: account.handle,
      name: account.name,
      role: account.role,
      state: standing(account),
      confirmed: account.confirmed,
      private: account.private,
      joined: account.joinedAt,
      "last here": account.seenOn,
      ...account.counts,
      "signed in": account.sessions,
      "access tokens": account.accessTokens,
    }
    const done = table(audit, [{ of: "at" }, { of: "what" }, { of: "by" }, { of: "detail" }])
    return { data: { ...data, audit }, text: audit.length > 0 ? `${facts(data)}\n\n${done}` : facts(data) }
  },
})

const standing = ({ state, suspendedAt, deactivatedAt, leavingAt, erasingAt }: AccountState) =>
  ({
    erasing: `being erased since ${erasingAt}`,
    suspended: `suspended ${suspendedAt}`,
    leaving: `to be erased after ${leavingAt}`,
    away: `away since ${deactivatedAt}`,
    hidden: "hidden until confirmed",
    active: "active",
  })[state]

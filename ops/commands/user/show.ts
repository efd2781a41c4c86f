import { AccessToken } from "../../../core/access-token"
import { Audit } from "../../../core/audit"
import { table as rows } from "../../../core/table"
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
    await stage.link()
    const user = await personOf(args.who)
    const { userId } = user
    const [{ data: counts }, sessions, tokens, audit] = await Promise.all([
      rows().userCount.get({ userId }).go({ consistent: true }),
      rows().session.query.byUser({ userId }).go({ pages: "all" }),
      AccessToken.countOf(userId),
      Audit.ofUser(userId),
    ])
    const data = {
      id: userId,
      handle: user.handle,
      name: user.name,
      role: user.role,
      state: user.suspendedAt
        ? `suspended ${user.suspendedAt}`
        : user.hidden
          ? "hidden until confirmed"
          : "active",
      confirmed: user.emailVerified,
      private: user.private,
      joined: user.createdAt,
      "last here": user.seenOn,
      posts: counts?.posts,
      followers: counts?.followers,
      following: counts?.following,
      "signed in": sessions.data.filter(({ expires }) => expires > Date.now() / 1000).length,
      "access tokens": tokens,
    }
    const done = table(audit, [{ of: "at" }, { of: "what" }, { of: "by" }, { of: "detail" }])
    return { data: { ...data, audit }, text: audit.length > 0 ? `${facts(data)}\n\n${done}` : facts(data) }
  },
})

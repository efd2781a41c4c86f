import { Emergency } from "../../../core/emergency"
import { command } from "../../command"
import { who } from "../../who"

export default command({
  summary: "signs everybody out at once: every session is over at its very next request",
  details:
    "One mark is written that every session is held against; none is deleted. People sign in again with what they have.\nWith --tokens the access tokens of API clients end too, and their people make new ones.",
  examples: ["security sign-out-all --stage production", "security sign-out-all --tokens --stage production"],
  args: { tokens: { type: "boolean", description: "end access tokens as well" } },
  leavesRecord: true,
  changes: ({ args }) => `end every session there is${args.tokens ? ", and every access token" : ""}`,
  async run({ args, stage }) {
    await stage.link()
    const tokens = args.tokens === true
    const { at } = await Emergency.signOutAll({ by: await who(stage), tokens })
    return {
      data: { endedUntil: at, tokens },
      text: `Over: every session${tokens ? " and access token" : ""} from before ${at}.`,
    }
  },
})

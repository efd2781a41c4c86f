import { canaryPassword } from "../../canary-password"
import { command } from "../../command"
import { leakDrill } from "../../drill/leak"
import { proved } from "../../drill/proved"
import { who } from "../../who"

export default command({
  summary:
    "lets secrets of the canary leak, cuts them off, and looks whether they are dead at the next request",
  details:
    "Each is used as a thief would, then ended as `user sign-out` and another password end it: the very next request must\nbe refused. And a secret that is planted in a file must be found. The canary's account is used, nobody else's; a run\nof the canary in the same second may fail. Needs the secrets of the stage, and the site.",
  examples: ["drill leak", "sst shell --stage staging -- npm run ops -- drill leak --stage staging"],
  args: {},
  changes: () => "sign the canary in, sign it out everywhere, and change its password for a moment",
  async run({ stage }) {
    const password = await canaryPassword(stage)
    const { site } = await stage.outputs()
    const checks = await leakDrill({ site, password, by: await who(stage) })
    return proved(stage, "leak", checks, "What leaks is dead with the next request.")
  },
})

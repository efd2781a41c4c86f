import { Canary } from "../../../core/canary"
import { canaryPassword } from "../../canary-password"
import { command } from "../../command"

export default command({
  summary: "makes the canary's account, or gives it the password of the secret",
  details: "Needs the secrets of the stage. Doing it again changes nothing.",
  examples: [
    "canary enrol --yes",
    "sst shell --stage production -- npm run ops -- canary enrol --stage production",
  ],
  args: {},
  changes: () => `enrol the account "${Canary.account.handle}" with the password of CanarySecret`,
  async run({ stage }) {
    const done = await Canary.enrol(await canaryPassword(stage))
    const text = {
      made: "The account was made.",
      changed: "It has the new password.",
      unchanged: "It was there already.",
    }
    return { data: { account: Canary.account.handle, done }, text: text[done] }
  },
})

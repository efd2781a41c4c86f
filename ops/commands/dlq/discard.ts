import { command } from "../../command"
import { chosen, many, withLetters } from "../../dlq"
import { described, which } from "../../dlq/which"

export default command({
  summary: "forgets dead letters for good: what they were about is then not done",
  details: "After somebody has looked (`dlq show`) and there is nothing to send again.",
  examples: ["dlq discard 01JD2Q5S0V9Z8Y7X6W5V4T3S2R", "dlq discard --all --of canary --stage production"],
  args: which,
  changes: ({ args, stage }) =>
    withLetters(stage, { of: args.of, atMost: many }, async (letters) => {
      const wanted = chosen(letters, { ids: args._, all: args.all === true })
      return wanted.length > 0 ? `forget ${described(wanted)}` : undefined
    }),
  run: ({ args, stage }) =>
    withLetters(stage, { of: args.of, atMost: many }, async (letters) => {
      const wanted = chosen(letters, { ids: args._, all: args.all === true })
      for (const letter of wanted) await letter.discard()
      const data = { discarded: wanted.map(({ id }) => id) }
      return { data, text: `${wanted.length} dead letters are forgotten.` }
    }),
})

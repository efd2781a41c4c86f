import { command } from "../../command"
import { chosen, functions, many, withLetters } from "../../dlq"
import { described } from "./redrive"

export default command({
  summary: "forgets dead letters for good: what they were about is then not done",
  details: "After somebody has looked (`dlq show`) and there is nothing to send again.",
  examples: ["dlq discard 01JD2Q5S0V9Z8Y7X6W5V4T3S2R", "dlq discard --all --of canary --stage production"],
  args: {
    ids: { type: "positional", required: false, valueHint: "id …", description: "what `dlq list` said" },
    all: { type: "boolean", description: "all of them" },
    of: { type: "enum", options: [...functions], description: "of one function alone" },
  },
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

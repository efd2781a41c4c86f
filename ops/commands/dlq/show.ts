import { command } from "../../command"
import { chosen, discreet, many, withLetters } from "../../dlq"
import { facts } from "../../output"

export default command({
  summary: "shows one dead letter: the function, the error, the event",
  details: "Of rows it names the fields; --whole shows what is in them, which can be somebody's words.",
  examples: [
    "dlq show 01JD2Q5S0V9Z8Y7X6W5V4T3S2R",
    "dlq show 5fea7756-0ea4-451a-a703-a558b933e274 --stage production",
  ],
  args: {
    id: { type: "positional", required: true, description: "what `dlq list` said" },
    whole: { type: "boolean", description: "with everything that is in the event" },
  },
  run: ({ args, stage }) =>
    withLetters(stage, { atMost: many }, async (letters) => {
      const [found] = chosen(letters, { ids: [args.id], all: false })
      const { redrive, discard, event, ...letter } = found as NonNullable<typeof found>
      const shown = args.whole ? event : discreet(event)
      return {
        data: { ...letter, event: shown },
        text: `${facts(letter)}\n\n${JSON.stringify(shown, null, 2)}`,
      }
    }),
})

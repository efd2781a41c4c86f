import { command } from "../../command"
import { discreet, functions, withLetters } from "../../dlq"
import { table } from "../../output"

export default command({
  summary: "lists the events that a function refused to the end, with why",
  details:
    "The oldest first. AWS loses them after fourteen days. On a laptop they are files below .local/dead-letters.\n`dlq show` shows one, `dlq redrive` sends it again, `dlq discard` forgets it.",
  examples: ["dlq list", "dlq list --stage production --of image-processing"],
  args: {
    of: { type: "enum", options: [...functions], description: "of one function alone" },
    limit: { type: "string", default: "100", description: "how many to look at" },
  },
  async run({ args, stage }) {
    const wanted = { of: args.of, atMost: Number(args.limit) }
    return withLetters(stage, wanted, async (letters) => {
      const data = letters.map(({ redrive, discard, event, ...letter }) => ({
        ...letter,
        event: discreet(event),
      }))
      const rows = data.map((letter) => ({ ...letter, at: letter.at.slice(0, 19).replace("T", " ") }))
      const text = table(rows, [
        { of: "id" },
        { of: "of", as: "function" },
        { of: "at", as: "given up (UTC)" },
        { of: "tries", align: "right" },
        { of: "about" },
        { of: "why" },
      ])
      return { data, text: rows.length > 0 ? text : `Stage ${stage.name} has no dead letters.` }
    })
  },
})

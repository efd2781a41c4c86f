import { command } from "../../command"
import { chosen, type Held, many, withLetters } from "../../dlq"
import { described, which } from "../../dlq/which"
import { mark, table } from "../../output"

export default command({
  summary: "gives dead letters to their functions again, and forgets those that went well",
  details:
    "A letter whose function refuses it again stays; exit code 1 then. Photos and schedules are left with Lambda, which\ntries three times: what fails again comes back as a new letter. Handlers do the same thing twice without harm.",
  examples: [
    "dlq redrive 01JD2Q5S0V9Z8Y7X6W5V4T3S2R",
    "dlq redrive --all --of image-processing --stage production",
  ],
  args: which,
  changes: ({ args, stage }) =>
    withLetters(stage, { of: args.of, atMost: many }, async (letters) => {
      const wanted = chosen(letters, { ids: args._, all: args.all === true })
      return wanted.length > 0 ? `send again ${described(wanted)}` : undefined
    }),
  async run({ args, stage, say }) {
    return withLetters(stage, { of: args.of, atMost: many }, async (letters) => {
      const wanted = chosen(letters, { ids: args._, all: args.all === true })
      const data = []
      for (const [at, letter] of wanted.entries()) {
        say(`${at + 1} of ${wanted.length}: ${letter.of} ${letter.about}`)
        data.push(await again(letter))
      }
      const rows = data.map((row) => ({ ...row, ok: mark(row.ok) }))
      const text = table(rows, [
        { of: "ok", as: "" },
        { of: "id" },
        { of: "of", as: "function" },
        { of: "how" },
      ])
      const ok = data.every((row) => row.ok)
      return { data, text: data.length > 0 ? text : `Stage ${stage.name} has no dead letters.`, ok }
    })
  },
})

async function again({ id, of, redrive }: Held) {
  try {
    return { ok: true, id, of, how: await redrive() }
  } catch (error) {
    return { ok: false, id, of, how: error instanceof Error ? error.message : String(error) }
  }
}

import { parseArgs } from "node:util"

export const help = `Usage: npm run bench -- images [options]

  --rounds <n>      measure everything n times and take the median (3)
  --photos <dir>    your own JPEGs instead of mosaics of the demo photos
  --quick           one round, 12 and 27 megapixels only
  --write           put the tables into docs/performance.md
  --assert          exit with 1 when a target is missed
  --help            show this`

export type Options = {
  rounds: number
  photos?: string
  quick: boolean
  write: boolean
  assert: boolean
  help: boolean
}

/** @throws TypeError when an option is unknown or makes no sense */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: "string" },
      photos: { type: "string" },
      quick: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      assert: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  })
  const rounds = Number(values.rounds ?? (values.quick ? 1 : 3))
  if (!Number.isInteger(rounds) || rounds < 1) throw new TypeError("--rounds takes a whole number from 1.")
  return { ...values, rounds }
}

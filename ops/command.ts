import type { ArgsDef, ParsedArgs } from "citty"
import type { Stage } from "./stage"

/** What a command found or did. Without `ok: false` the command has succeeded. */
export type Outcome = {
  /** Printed by `--json`, and by nothing else; undefined where everything was printed already. */
  data: unknown
  /** Printed otherwise: see output.ts for tables. */
  text: string
  ok?: boolean
}

export type Context<A extends ArgsDef> = {
  args: ParsedArgs<A>
  stage: Stage
  /** Prints a line at once: for what follows a log or takes long. With `--json` it goes to the error output. */
  say: (line: string) => void
  /** Prints a line to the standard output at once, also with `--json`: for what has no end. */
  emit: (line: string) => void
}

export type Command<A extends ArgsDef = ArgsDef> = {
  /** One line: what it does. */
  summary: string
  /** When to use it and what it prints, for whoever reads this at night. */
  details?: string
  /** Command lines to copy, without `npm run ops --`. */
  examples: readonly string[]
  args: A
  /**
   * What it is about to change, in words to agree to, or undefined when these arguments change nothing. The stage is
   * named by who asks. A command without it never changes anything.
   */
  changes?: (context: Context<A>) => string | undefined | Promise<string | undefined>
  /** Whether it leaves a record of its own of who did what; else the stage's audit notes what was agreed to. */
  leavesRecord?: boolean
  /** @throws OpsProblem for what the operator can put right */
  run: (context: Context<A>) => Promise<Outcome>
}

/**
 * Defines a command: the default export of a file in ops/commands, whose path is its name: `cache/invalidate.ts` is
 * `ops cache invalidate`. `--stage --json --dry-run --yes --help` are there for every command.
 */
export const command = <const A extends ArgsDef>(definition: Command<A>): Command<A> => definition

/** What every command takes besides its own. */
export const common = {
  stage: {
    type: "string",
    default: "local",
    valueHint: "stage",
    description: "local, staging, production …",
  },
  json: { type: "boolean", description: "print JSON, for scripts" },
} satisfies ArgsDef

/** What every command takes that changes something. */
export const changing = {
  "dry-run": { type: "boolean", description: "say what it would change, and change nothing" },
  yes: { type: "boolean", alias: "y", description: "change it without asking" },
} satisfies ArgsDef

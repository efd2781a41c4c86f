import { type ArgsDef, parseArgs } from "citty"
import { note } from "./audited"
import type { Command, Context, Outcome } from "./command"
import { agree } from "./confirm"
import { argsOf, manual, overview } from "./help"
import { exit, isNamed, OpsProblem } from "./problem"
import { findCommand, loadCommand } from "./registry"
import { openStage, type Stage } from "./stage"

/** Where a command prints; tests give their own. */
export type Io = { out: (text: string) => void; error: (text: string) => void }
const terminal: Io = { out: (text) => console.log(text), error: (text) => process.stderr.write(`${text}\n`) }

/**
 * Runs a command line.
 * @param words what follows `npm run ops --`
 * @param open finds the stage of a name; rehearsals give theirs
 * @returns the exit code
 */
export async function run(
  words: readonly string[],
  io: Io = terminal,
  open: (name: string) => Promise<Stage> = openStage,
): Promise<number> {
  try {
    const wantsHelp = words.includes("--help") || words.includes("-h")
    const found = findCommand(words)
    if (!found) {
      io.out(await overview(words.find((word) => !word.startsWith("-"))))
      return wantsHelp || words.length === 0 ? exit.ok : exit.usage
    }
    const command = await loadCommand(found.name)
    if (wantsHelp) {
      io.out(await manual(found.name, command))
      return exit.ok
    }
    return await perform(found.name, command, found.rest, io, open)
  } catch (error) {
    return explain(error, io)
  }
}

async function perform(
  name: string,
  command: Command,
  words: string[],
  io: Io,
  open: (name: string) => Promise<Stage>,
): Promise<number> {
  const args = parseArgs(words, argsOf(command))
  refuseUnknown(command, args, words)
  const { json, yes, "dry-run": dryRun } = args
  const stage = await open(String(args.stage))
  const context = { args, stage, say: json ? io.error : io.out, emit: io.out } as unknown as Context<
    typeof command.args
  >
  const change = await command.changes?.(context)
  if (change && dryRun)
    return print({ data: { dryRun: true, stage: stage.name, change }, text: `Would: ${change}` }, json, io)
  if (change && !yes) await agree(change, stage.name)
  if (change && !command.leavesRecord) {
    const fault = await note(stage, name, change)
    if (fault) io.error(fault)
  }
  return print(await command.run(context), json, io)
}

function print({ data, text, ok = true }: Outcome, json: unknown, io: Io): number {
  if (json) {
    if (data !== undefined) io.out(JSON.stringify(data, null, 2))
  } else if (text) io.out(text)
  return ok ? exit.ok : exit.failed
}

/** A mistyped `--dry-runn` must not become a change. */
function refuseUnknown(command: Command, args: Record<string, unknown>, words: readonly string[]) {
  const taken: ArgsDef = argsOf(command)
  const known = Object.entries(taken).flatMap(([name, arg]) => [
    name,
    `no-${name}`,
    ...("alias" in arg && arg.alias ? [arg.alias].flat() : []),
  ])
  const options = words.slice(0, words.indexOf("--") >>> 0).filter((word) => /^--?[a-z]/i.test(word))
  const unknown = options
    .map((word) => word.replace(/^--?/, "").replace(/=.*/s, ""))
    .find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new OpsProblem(`There is no option "${unknown}" here.`, "--help lists them.")
  const places = Object.values(taken).filter(({ type }) => type === "positional")
  const given = args._ as unknown[]
  // Where a command takes any number of words, the hint of its last one says so with `…`.
  if (given.length > places.length && !places.at(-1)?.valueHint?.endsWith("…")) {
    throw new OpsProblem(`One word too many: "${String(given.at(-1))}".`, "--help shows how it is used.")
  }
}

function explain(error: unknown, io: Io): number {
  if (error instanceof OpsProblem) {
    io.error([error.message, error.hint].filter(Boolean).join("\n"))
    return error.code
  }
  if (error instanceof Error && error.name === "CLIError") {
    io.error(`${error.message}\n--help shows how it is used.`)
    return exit.usage
  }
  if (isNamed(error, credentialErrors)) {
    io.error(
      `AWS does not know who you are (${(error as Error).name}).\nSign in: aws sso login, or aws configure; AWS_PROFILE names a profile.`,
    )
    return exit.usage
  }
  io.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return exit.failed
}

const credentialErrors = [
  "CredentialsProviderError",
  "ExpiredTokenException",
  "ExpiredToken",
  "UnrecognizedClientException",
  "InvalidClientTokenId",
]

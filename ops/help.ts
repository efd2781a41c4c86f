import { styleText } from "node:util"
import { renderUsage } from "citty"
import { type Command, changing, common } from "./command"
import { table } from "./output"
import { commandNames, loadCommand } from "./registry"

const heading = (text: string) => styleText("bold", text)

/** All arguments of a command, the common ones last. */
export const argsOf = ({ args, changes }: Command) => ({ ...args, ...common, ...(changes ? changing : {}) })

/** The list of commands, or of those of a group. */
export async function overview(group?: string): Promise<string> {
  const names = commandNames().filter((name) => !group || name === group || name.startsWith(`${group} `))
  const rows = await Promise.all(
    names.map(async (name) => ({ name, summary: (await loadCommand(name)).summary })),
  )
  return [
    "Operations of the photo-sharing application.",
    "",
    `${heading("Usage")}  npm run ops -- <command> [--stage <stage>]    (the stage is local when none is named)`,
    "",
    heading("Commands"),
    table(rows, [{ of: "name" }, { of: "summary" }], { head: false }),
    "",
    "npm run ops -- <command> --help tells more about one. Exit codes: 0 done and fine, 1 failed or not fine,",
    "2 cannot be done like this, 3 you said no, 4 there is nothing of the kind.",
  ].join("\n")
}

/** Everything about one command. */
export async function manual(name: string, command: Command): Promise<string> {
  const usage = await renderUsage({
    meta: { name: `npm run ops -- ${name}`, description: command.summary },
    args: argsOf(command),
  })
  const [, ...rest] = usage.split("\n")
  const examples = command.examples.map((example) => `  npm run ops -- ${example}`)
  const details = command.details ? ["", command.details] : []
  return [command.summary, ...details, ...rest, heading("EXAMPLES"), "", ...examples].join("\n")
}

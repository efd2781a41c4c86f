import { command } from "../command"
import { periodArgs, periodOf } from "../logs/period"
import { sceneOf } from "./scene"
import { commandLine, endShown, stepShown } from "./show"
import type { Step } from "./step"
import { type Walked, walk } from "./walk"

/**
 * Defines a command that walks through some steps, says what each found, and names the cause.
 * @param name what comes after `diagnose`
 */
export function diagnosis(options: {
  name: string
  summary: string
  details: string
  steps: readonly Step[]
  examples?: readonly string[]
}) {
  const { name, summary, details, steps, examples = [] } = options
  // What was walked before the question whether to apply is not walked again after it.
  const walks = new WeakMap<object, Promise<Walked>>()
  return command({
    summary,
    details: `${details}\nExit code 1 when a cause was found, 0 when none was. --apply puts right what can be, after asking.`,
    examples: [`diagnose ${name} --stage production`, `diagnose ${name} --since 24h --json`, ...examples],
    args: {
      ...periodArgs,
      since: { ...periodArgs.since, default: "1h" },
      of: { type: "string", valueHint: "url or id", description: "what somebody complains of" },
      apply: { type: "boolean", description: "put right what can be, after asking" },
    },
    async changes(context) {
      const { args, stage, say } = context
      if (!args.apply) return undefined
      const walked = walk(steps, sceneOf(stage, periodOf(args), args.of), (asks, found) =>
        say(stepShown(asks, found)),
      )
      walks.set(context, walked)
      return (await walked).causes.flatMap(({ remedy }) => remedy?.change ?? []).join("; ") || undefined
    },
    async run(context) {
      const { args, stage, say } = context
      const walked = await (walks.get(context) ??
        walk(steps, sceneOf(stage, periodOf(args), args.of), (asks, found) => say(stepShown(asks, found))))
      const done: string[] = []
      for (const { remedy } of args.apply ? walked.causes : []) if (remedy) done.push(await remedy.apply())
      const [first] = walked.causes
      const data = {
        diagnose: name,
        stage: stage.name,
        cause: first?.cause ?? null,
        next: first ? commandLine(first.next, stage) : null,
        also: walked.causes.slice(1).map(({ cause }) => cause),
        done,
        steps: walked.steps.map(({ asks, finding }) => ({ asks, ...withoutRemedy(finding) })),
      }
      const text = ["", endShown(walked, stage), ...done.map((what) => `Done:  ${what}`)].join("\n")
      return { data, text, ok: first === undefined }
    },
  })
}

const withoutRemedy = (finding: Walked["steps"][number]["finding"]) => ({
  ...finding,
  ...("remedy" in finding && finding.remedy ? { remedy: finding.remedy.change } : {}),
})

import { Emergency } from "../../core/emergency"
import { Mode, type ModeView, refusedIn } from "../../core/emergency/emergency.schema"
import { command } from "../command"
import { lengthOf, momentOf } from "../logs/period"
import { facts } from "../output"
import { OpsProblem } from "../problem"
import { who } from "../who"

export default command({
  summary:
    "breaks the glass: makes the stage read-only, pauses uploads, closes sign-ups; or shows what holds",
  details: [
    "read-only       nobody changes anything; signing in and out, cutting off and moderation still work.",
    "                Scheduled posts, digests and sweeping wait; what was begun is finished.",
    "uploads-paused  no photo is sent or sent on; browsers wait and go on by themselves.",
    "signups-closed  no account is opened. Everything else works.",
    "The API refuses with 503 and Retry-After within three seconds, and every page says so in the reader's language\n(visitors' pages come from the CDN for ten seconds more). The reason is for the audit: people do not see it.",
    "The canary's journeys fail meanwhile, and say why: `alarms silence` keeps their alarm quiet.",
  ].join("\n"),
  examples: [
    "mode",
    "mode read-only --reason 'restoring the table' --until 2h --stage production",
    "mode uploads-paused --stage production",
    "mode normal --stage production",
  ],
  args: {
    mode: { type: "positional", required: false, description: Mode.options.join(", ") },
    reason: { type: "string", description: "why, for the audit" },
    until: {
      type: "string",
      valueHint: "time",
      description: "ends by itself: in 30m or 2h, or at 2026-11-28T09:30",
    },
  },
  leavesRecord: true,
  async changes({ args, stage }) {
    if (args.mode === undefined) return undefined
    const mode = wanted(args.mode)
    untilOf(args.until)
    await stage.link()
    const { mode: present } = await Emergency.modeNow()
    return `change the mode from ${present} to ${mode}: ${meaning(mode)}`
  },
  async run({ args, stage }) {
    await stage.link()
    if (args.mode === undefined) return told(await Emergency.modeNow())
    const until = untilOf(args.until)
    const change = {
      mode: wanted(args.mode),
      by: await who(stage),
      ...(args.reason && { reason: args.reason }),
      ...(until && { until }),
    }
    return told(await Emergency.setMode({ kind: "system" }, change))
  },
})

const meaning = (mode: Mode) =>
  refusedIn[mode].length === 0
    ? "everything works"
    : `the API refuses every call that is ${refusedIn[mode].join(", ")}`

function wanted(text: string): Mode {
  const { success, data } = Mode.safeParse(text)
  if (!success) throw new OpsProblem(`There is no mode "${text}".`, `One of ${Mode.options.join(", ")}.`)
  return data
}

/** A length of time is one from now on, anything else the moment itself. */
function untilOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const at = /^\d+(\.\d+)?[smhdw]$/.test(text) ? Date.now() + lengthOf(text) : momentOf(text)
  if (at <= Date.now()) throw new OpsProblem(`${text} is over already.`)
  return new Date(at).toISOString()
}

const told = (view: ModeView) => ({ data: view, text: facts({ ...view, means: meaning(view.mode) }) })

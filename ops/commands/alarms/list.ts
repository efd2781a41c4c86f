import { type Alarm, alarmsOf } from "../../alarms/alarms"
import { command } from "../../command"
import { mark, table } from "../../output"

export default command({
  summary: "lists the stage's alarms, those that ring first, with their section of the runbook",
  details: "Exit code 1 when one rings. Those that are a part of another, and tell nobody, are left out.",
  examples: ["alarms list --stage production", "alarms list --ringing --stage production --json"],
  args: { ringing: { type: "boolean", description: "only those that ring" } },
  async run({ args, stage }) {
    const all = await alarmsOf(stage)
    const alarms = args.ringing ? all.filter(({ state }) => state === "ALARM") : all
    const text =
      alarms.length > 0
        ? shown(alarms)
        : `Stage ${stage.name} has no alarm${args.ringing ? " that rings" : "s"}.`
    return { data: alarms, text, ok: all.every(({ state }) => state !== "ALARM") }
  },
})

const shown = (alarms: readonly Alarm[]) =>
  table(
    alarms.map((alarm) => ({
      ...alarm,
      state: mark(alarm.state === "INSUFFICIENT_DATA" ? undefined : alarm.state === "OK"),
      since: alarm.since?.slice(0, 16).replace("T", " "),
      silenced: alarm.silenced ? "silenced" : undefined,
      runbook: alarm.state === "ALARM" ? alarm.runbook : undefined,
    })),
    [
      { of: "state", as: "" },
      { of: "name" },
      { of: "urgency" },
      { of: "since", as: "since (UTC)" },
      { of: "silenced", as: "" },
      { of: "means" },
      { of: "runbook" },
    ],
  )

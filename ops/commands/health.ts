import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { Drill } from "../../core/drill"
import { Incident } from "../../core/incident"
import { Status } from "../../core/status"
import type { State } from "../../core/status/status.schema"
import { alarmsOf } from "../alarms/alarms"
import { linkBuckets } from "../buckets"
import { command } from "../command"
import { recoveryOf } from "../db/facts"
import { countLetters } from "../dlq"
import { titleOf } from "../incident/incident"
import { linkProduct } from "../linked"
import { mark, table } from "../output"
import type { Stage } from "../stage"
import { type Check, check, skipped } from "../verify/check"
import { health } from "../verify/health"

export default command({
  summary:
    "says at a glance how a stage is: health, journeys, incidents, alarms, dead letters, recovery, drills",
  details:
    "Exit code 1 when something is not fine. A drill that was never made, or is older than 90 days, is no fault, and is shown;\nneither is a journey that the canary has not tried of late. `verify` tries the journeys; `alarms list` and `dlq list` tell more.",
  examples: ["health", "health --stage production --json"],
  args: {},
  async run({ stage }) {
    const { site, api } = await stage.outputs()
    await stage.link()
    const checks = (
      await Promise.all([
        ...[...new Set([site, api])].map((origin) => health(origin, stage.name)),
        journeys(stage),
        check("incidents", incidents),
        check("alarms", () => alarms(stage)),
        check("dead letters", () => deadLetters(stage)),
        check("recovery", () => recovery(stage)),
        drills(),
      ])
    ).flat()
    const rows = checks.map((one) => ({ ...one, ok: mark(one.ok) }))
    const ok = checks.every((one) => one.ok !== false)
    const text = [
      table(rows, [{ of: "ok", as: "" }, { of: "name", as: "what" }, { of: "found" }]),
      ok ? `Stage ${stage.name} is fine.` : `Stage ${stage.name} is NOT fine.`,
    ].join("\n\n")
    return { data: { stage: stage.name, ok, checks }, text, ok }
  },
})

const fine: Record<State, boolean | undefined> = {
  working: true,
  slow: false,
  down: false,
  unknown: undefined,
}

/** The journeys as the status page has them: what the canary has found, and what incidents say. */
async function journeys(stage: Stage): Promise<Check[]> {
  try {
    // What was written says all there is to say; settings are needed where nothing was written yet.
    await linkProduct(stage).catch(() => linkBuckets(stage))
    const view = await Status.health()
    return view.journeys.map(({ name, state, uptime, last }) => ({
      name: `journey: ${name}`,
      ok: fine[state],
      found: [
        state,
        ...(uptime === undefined ? [] : [`${uptime} % in 90 days`]),
        last
          ? `last ${last.result} in ${last.milliseconds} ms, ${last.at.slice(0, 16).replace("T", " ")} UTC`
          : "no canary yet",
      ].join("; "),
    }))
  } catch (error) {
    return [{ name: "journeys", ok: false, found: error instanceof Error ? error.message : String(error) }]
  }
}

async function incidents() {
  const open = await Incident.listOpen()
  const found = open.map(
    (incident) =>
      `${incident.id} ${titleOf(incident)} (${incident.state}, ${incident.acknowledgedBy ? `${incident.acknowledgedBy} has it` : "nobody has it"})`,
  )
  return { ok: open.length === 0, found: found.join("; ") || "none is open" }
}

async function alarms(stage: Stage) {
  if (stage.isLocal) return skipped("not on a laptop")
  const all = await alarmsOf(stage)
  const ringing = all.filter(({ state }) => state === "ALARM").map(({ name }) => name)
  const silenced = all.filter((alarm) => alarm.silenced).map(({ name }) => name)
  const quiet = silenced.length > 0 ? `; silenced: ${silenced.join(", ")}` : ""
  if (all.length === 0) return { ok: false, found: "there is no alarm" }
  return {
    ok: ringing.length === 0,
    found: `${ringing.length > 0 ? `ringing: ${ringing.join(", ")}` : `none of ${all.length} rings`}${quiet}`,
  }
}

async function deadLetters(stage: Stage) {
  const counts = Object.entries(await countLetters(stage)).filter(([, count]) => count > 0)
  const found = counts.map(([name, count]) => `${count} of ${name}`).join(", ")
  return { ok: counts.length === 0, found: found || "none" }
}

async function recovery(stage: Stage) {
  if (stage.isLocal) return skipped("not on a laptop")
  const { on, from } = await recoveryOf(stage.client(DynamoDBClient), stage.names.table)
  return { ok: on, found: on ? `to any second since ${from}` : "point-in-time recovery is OFF" }
}

const fresh = 90 * 86_400_000

async function drills(): Promise<Check[]> {
  const last = await Drill.last().catch(() => undefined)
  if (!last) return [{ name: "drills", ok: false, found: "the table does not answer" }]
  return Object.entries(last).map(([kind, { proved, tried }]) => {
    const name = `drill: ${kind}`
    if (tried && !tried.ok) return { name, ok: false, found: `failed on ${tried.at.slice(0, 10)}` }
    if (!proved) return { name, ...skipped("never made") }
    const isFresh = Date.now() - Date.parse(proved.at) < fresh
    return {
      name,
      ok: isFresh || undefined,
      found: `proved on ${proved.at.slice(0, 10)}${isFresh ? "" : ", long ago"}`,
    }
  })
}

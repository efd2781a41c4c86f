import type { EntityItem } from "electrodb"
import { Audit } from "../audit"
import { AppError } from "../error"
import { log } from "../log"
import { operation } from "../operation"
import { table, transact } from "../table"
import { now } from "../time"
import type { EmergencyEntity } from "./emergency.entity"
import { type Kind, type ModeView, refusedIn, SetMode } from "./emergency.schema"

type Row = Partial<EntityItem<typeof EmergencyEntity>>
export type Ends = Pick<Row, "sessionsEndedAt" | "tokensEndedAt">
const key = { row: "now" } as const

/** Milliseconds for which a process believes what it read: so long does a change take to reach every visitor. */
const fresh = 3000
/** Seconds after which a refused call is worth another try: an upload that waits goes on so soon after the end. */
const retryAfter = 30

let known: { row: Row; at: number } | undefined
let asked: Promise<Row> | undefined

function remember(row: Row): Row {
  known = { row, at: Date.now() }
  return row
}

/**
 * What holds at this moment, strongly consistent. One read of a small row, beside that of a session or a token: what it
 * says of them must count for the very next request. One row takes 3,000 such reads a second.
 */
export async function read(): Promise<Row> {
  const { data } = await table().emergency.get(key).go({ consistent: true })
  return remember(data ?? {})
}

/** What held at most three seconds ago: half a read unit every three seconds and process, and none after {@link read}. */
async function recent(): Promise<Row> {
  if (known && Date.now() - known.at < fresh) return known.row
  asked ??= table()
    .emergency.get(key)
    .go()
    .then(({ data }) => remember(data ?? {}))
    .finally(() => {
      asked = undefined
    })
  return asked
}

/** Until when sessions and access tokens ended with everybody's: to tell of them. Who lets somebody in asks {@link read}. */
export async function ends(): Promise<Ends> {
  const { sessionsEndedAt, tokensEndedAt } = await recent()
  return { sessionsEndedAt, tokensEndedAt }
}

/** How far the stage is open, as of at most three seconds ago. */
export const mode = async (): Promise<ModeView> => modeIn(await recent())

/**
 * The same for pages, which have other troubles when the table does not answer.
 * @returns what was known last, if need be that everything is normal
 */
export async function shownMode(): Promise<ModeView> {
  try {
    return await mode()
  } catch (error) {
    log.warn("the mode could not be read", { error: error as Error })
    return modeIn(known?.row ?? {})
  }
}

/** How far the stage is open at this moment. */
export const modeNow = async (): Promise<ModeView> => modeIn(await read())

/** @throws AppError `unavailable`, and when to come back, for a call of a kind that the present mode refuses */
export async function permit(kind: Kind): Promise<void> {
  const { mode: present } = await mode()
  if (refusedIn[present].includes(kind))
    throw new AppError("unavailable", { reason: present.replace("-", "_"), retryAfter })
}

/** Sets the mode; the audit says who did, and what was before. */
export const setMode = operation(SetMode, async (_actor, { mode: wanted, by, reason, until }) => {
  const before = modeIn(await read())
  const { mode: was } = before
  const detail = `${was} → ${wanted}${until ? ` until ${until}` : ""}${reason ? `: ${reason}` : ""}`
  const changed = { mode: wanted, since: now(), by, ...(reason && { reason }), ...(until && { until }) }
  const absent = (["reason", "until"] as const).filter((name) => !(name in changed))
  await transact((t) => [
    t.emergency.update(key).set(changed).remove(absent).commit(),
    Audit.entry(t, { by, what: "mode", detail }),
  ])
  return modeIn(await read())
})

/**
 * Ends every session there is, at once, by one mark that each of them is held against.
 * @param options whether access tokens end too
 */
export async function signOutAll({ by, tokens }: { by: string; tokens: boolean }): Promise<{ at: string }> {
  const at = now()
  const ended = { sessionsEndedAt: at, ...(tokens ? { tokensEndedAt: at } : {}) }
  const detail = `every session${tokens ? " and access token" : ""} made until ${at}`
  await transact((t) => [
    t.emergency.update(key).set(ended).commit(),
    Audit.entry(t, { by, what: "security sign-out-all", detail }),
  ])
  await read()
  return { at }
}

function modeIn({ mode = "normal", reason, until, since, by }: Row): ModeView {
  if (mode === "normal" || (until !== undefined && until <= now())) return { mode: "normal" }
  return {
    mode,
    ...(reason && { reason }),
    ...(until && { until }),
    ...(since && { since }),
    ...(by && { by }),
  }
}

import { createHash } from "node:crypto"
import { orNothing } from "../../logs/or-nothing"
import { functionOf, type LogName, logNames } from "../../logs/source"
import { type About, dateOf, day, daysIn, timeOf } from "../context"
import type { Part } from "../report"

type Line = { level?: string; message?: string; error?: { name?: string; message?: string; stack?: string } }
export type Kind = {
  id: string
  log: string
  what: string
  times: number
  first: number
  last: number
  perDay: number[]
}

const shownAtMost = 20

/** What makes two errors the same: what was said and where, without whom and when. */
export function fingerprintOf(log: string, { message = "", error }: Line): { id: string; what: string } {
  const where = /at (?:async )?([\w.<>]+) \(/.exec(error?.stack ?? "")?.[1]
  const said = [message, error?.name, error?.message].filter(Boolean).join(": ")
  const what = said
    .replace(/\b[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}\b/g, "…")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27,}/gi, "…")
    .replace(/(?<![A-Za-z])\d+/g, "#")
    .slice(0, 160)
  const id = createHash("sha256").update([log, what, where].join("|")).digest("hex").slice(0, 12)
  return { id, what }
}

/** The errors that the functions wrote, by kind, the most frequent first. */
export async function errors({
  stage,
  since,
  until,
  words: { errors: w, ...words },
  last,
}: About): Promise<Part> {
  const kinds = new Map<string, Kind>()
  const days = daysIn({ since, until })
  const filter = '{ $.level = "ERROR" || $.level = "CRITICAL" }'
  for (const name of logNames.filter((one) => one !== "access" && one !== "waf")) {
    if (stage.isLocal && name === "canary") continue
    for await (const { at, message } of orNothing(stage.log(name as LogName), { since, until, filter })) {
      const line = JSON.parse(message) as Line
      if (line.level !== "ERROR" && line.level !== "CRITICAL") continue
      // The error of a request has a line of its own.
      if (line.message === "request") continue
      const { id, what } = fingerprintOf(name, line)
      const kind = kinds.get(id) ?? {
        id,
        log: functionOf(name),
        what,
        times: 0,
        first: at,
        last: at,
        perDay: Array(days).fill(0),
      }
      kinds.set(id, kind)
      kind.times += 1
      kind.first = Math.min(kind.first, at)
      kind.last = Math.max(kind.last, at)
      const n = Math.min(days - 1, Math.floor((at - since) / day))
      kind.perDay[n] = (kind.perDay[n] ?? 0) + 1
    }
  }
  const sorted = [...kinds.values()].sort((a, b) => b.times - a.times)
  const count = sorted.reduce((sum, { times }) => sum + times, 0)
  const fresh = sorted.filter(({ id }) => !(`error ${id}` in (last?.figures ?? {})))
  const perDay = Array.from({ length: days }, (_, i) =>
    sorted.reduce((sum, kind) => sum + (kind.perDay[i] ?? 0), 0),
  )
  return {
    title: w.title,
    state: fresh.length > 0 ? "needs" : "ok",
    said: [count === 0 ? w.none : w.found(count, sorted.length)],
    ...(count > 0
      ? {
          charts: [
            {
              title: w.course,
              value: words.number(count),
              values: perDay,
              kind: "bars",
              from: dateOf(since),
              to: dateOf(until - 1),
              isBad: true,
            },
          ],
          tables: [
            {
              columns: w.columns.map((as, i) => ({ as, ...(i === 0 ? { align: "right" as const } : {}) })),
              rows: sorted
                .slice(0, shownAtMost)
                .map(({ times, log, what, first, last }) => [
                  words.number(times),
                  log,
                  what,
                  timeOf(first),
                  timeOf(last),
                ]),
            },
          ],
        }
      : {}),
    needs: fresh.slice(0, 5).map(({ what, times, log }) => ({
      what: w.need(`${log}: ${what}`, times),
      command: `logs ${log === "table-changed" ? "stream" : log} --since 7d --filter ERROR`,
    })),
    figures: { errors: count, ...Object.fromEntries(sorted.map(({ id, times }) => [`error ${id}`, times])) },
  }
}

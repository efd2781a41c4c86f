import { startServer } from "../../bundle/built"
import { Site } from "../../bundle/site"
import type { VisitorActor } from "../../core/actor"
import { config } from "../../core/config"
import { Profile } from "../../core/profile"

/** Milliseconds. The least says most on a machine that has other work. */
type Spread = { least: number; p50: number; p95: number }
export type Figures = {
  /** Medians, in milliseconds. */
  starts: Record<string, number>
  calls: Record<string, Spread>
  /** What the server adds to an operation: milliseconds, and how many times as long it takes. */
  above: { ms: number; ratio: number }
}

const handle = "measured"
const call = `GET /api/users/${handle}` as const
const pages = ["GET /explore", "GET /ja/explore", "GET /about"] as const
const warmUp = 50

/** Starts the built server again and again, then calls it while it is warm. Milliseconds are its own: no IPC. */
export async function measure({ starts, calls }: { starts: number; calls: number }): Promise<Figures> {
  const imports: number[] = []
  const firstCalls: number[] = []
  const firstPages: number[] = []
  for (let start = 0; start < starts; start++) {
    const lambda = await startServer()
    const site = new Site(lambda, config.settings.siteUrl)
    imports.push(lambda.importMs)
    firstCalls.push((await site.ask("GET /health")).ms)
    firstPages.push((await site.ask("GET /explore")).ms)
    await lambda.stop()
  }
  const [p50s, warm] = [(values: number[]) => spread(values).p50, await whileWarm(calls)]
  return {
    starts: { import: p50s(imports), "first API call": p50s(firstCalls), "first page": p50s(firstPages) },
    ...warm,
  }
}

async function whileWarm(calls: number): Promise<Pick<Figures, "calls" | "above">> {
  const lambda = await startServer()
  try {
    const site = new Site(lambda, config.settings.siteUrl)
    const json = {
      handle,
      email: "measured@example.com",
      password: "seven quiet herons 41",
      ageConfirmed: true,
    }
    await site.ask("POST /api/account", { json })
    const taken = new Map<string, number[]>()
    const note = (name: string, ms: number) => taken.set(name, [...(taken.get(name) ?? []), ms])
    // In turns, so that whatever else the machine does is in all of them.
    for (let round = -warmUp; round < calls; round++) {
      for (const where of [call, ...pages]) {
        const { ms, status } = await site.ask(where)
        if (status !== 200) throw new Error(`${where} answers ${status}`)
        if (round >= 0) note(where, ms)
      }
      const began = performance.now()
      await Profile.get(visitor, { handle })
      if (round >= 0) note("its operation alone", performance.now() - began)
    }
    const spreads = Object.fromEntries([...taken].map(([name, values]) => [name, spread(values)]))
    const [whole, alone] = [spreads[call]?.p50 ?? 0, spreads["its operation alone"]?.p50 ?? 0]
    return { calls: spreads, above: { ms: whole - alone, ratio: whole / alone } }
  } finally {
    await lambda.stop()
  }
}

const visitor: VisitorActor = { kind: "visitor", address: "bench", locale: "en", userAgent: "bench" }

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { least: at(0), p50: at(0.5), p95: at(0.95) }
}

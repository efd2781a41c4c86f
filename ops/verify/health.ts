import { HealthView } from "../../core/health/health.schema"
import { check, patience } from "./check"

/** `GET /health` at an origin: does the stage itself answer, with its table and storage? */
export const health = (origin: string, stage: string) =>
  check(`health at ${new URL(origin).host}`, async () => {
    const response = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(patience) })
    const view = HealthView.safeParse(await response.json().catch(() => undefined))
    if (!view.success) return { ok: false, found: `${response.status}, and not what /health answers` }
    const { status, version, checks, stage: answers } = view.data
    const found = `${response.status} ${status}, version ${version}, table ${checks.table}, storage ${checks.storage}`
    if (answers !== stage) return { ok: false, found: `stage ${answers} answers here` }
    return { ok: response.status === 200 && status === "ok", found }
  })

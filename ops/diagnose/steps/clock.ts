import { HealthView } from "../../../core/health/health.schema"
import { some } from "../../number"
import { patience } from "../../verify/check"
import type { Scene } from "../scene"
import { fine, type Step } from "../step"
import { errorOf } from "../tally"

/** A signed link works for a minute: from so many milliseconds on some do not. */
const tolerable = 30_000

/** The clocks of storage, which decides, of the server, and of this machine. */
export const clock: Step = {
  asks: "Do the clocks agree by which things are signed?",
  async look(scene) {
    const { site } = await scene.stage.outputs()
    const [storage, server, skewed] = await Promise.all([
      storageTime(scene),
      serverTime(site),
      refusedFor(scene),
    ])
    const apart = [
      ...(server === undefined ? [] : [{ whose: "the server's", ms: server - storage.at }]),
      { whose: "this machine's", ms: storage.here - storage.at },
    ]
    const [worst] = apart.sort((a, b) => Math.abs(b.ms) - Math.abs(a.ms))
    const said = apart.map(({ whose, ms }) => `${whose} is ${lengthOf(ms)}`).join(", ")
    const found = `Against storage's clock ${said}; storage refused ${some(skewed, "call")} for their time.`
    if (skewed === 0 && Math.abs(worst?.ms ?? 0) < tolerable) return fine(found)
    return {
      is: "cause",
      found,
      means: "What is signed at a wrong time has ended before it is used, or has not begun.",
      cause: `Clock skew: ${worst?.whose} clock is ${lengthOf(worst?.ms ?? 0)} of storage's, and storage refused ${some(skewed, "call")} for their time.`,
      next: "logs api --filter RequestTimeTooSkewed",
    }
  },
}

async function refusedFor({ linesOf }: Scene): Promise<number> {
  const failed = await linesOf(["api", "image-processing", "stream"], '{ $.message = "S3 * failed" }')
  return failed.filter((line) => errorOf(line).name === "RequestTimeTooSkewed").length
}

/** Storage's clock as its answers tell it, and ours at that moment; in milliseconds. */
async function storageTime({ stage }: Scene) {
  const { originals } = await stage.outputs()
  const { headers } = await fetch(storageUrl(originals, stage.region), {
    method: "HEAD",
    signal: AbortSignal.timeout(patience),
  })
  return { at: Date.parse(headers.get("date") ?? ""), here: Date.now() }
}

/** Where a bucket is found: below the endpoint of the local stage, else at its own host. */
export const storageUrl = (bucket: string, region: string) => {
  const endpoint = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL
  return endpoint ? `${endpoint}/${bucket}` : `https://${bucket}.s3.${region}.amazonaws.com/`
}

async function serverTime(site: string): Promise<number | undefined> {
  const answer = await fetch(`${site}/health`, { signal: AbortSignal.timeout(patience) }).catch(
    () => undefined,
  )
  const view = HealthView.safeParse(await answer?.json().catch(() => undefined))
  return view.success ? Date.parse(view.data.time) : undefined
}

function lengthOf(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000)
  if (seconds < 2) return "right"
  const length = seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
  return `${length} ${ms > 0 ? "ahead" : "behind"}`
}

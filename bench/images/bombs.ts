import { avifClaiming, pngClaiming } from "../../core/image/fixtures/containers"
import { ImageRejected, process as processPhoto } from "../../core/image/image"
import { sharp } from "../../core/image/library"
import { peakMemory } from "./memory"

/** A file that is small and claims to be huge: after how many milliseconds it was refused, and with what growth. */
export type Refusal = { name: string; reason: string; milliseconds: number; grownBytes: number }

const memory = () => peakMemory("self") ?? 1024 * process.resourceUsage().maxRSS

async function refusal(name: string, bomb: Buffer): Promise<Refusal> {
  const [before, start] = [memory(), performance.now()]
  const thrown: unknown = await processPhoto(bomb).catch((error: unknown) => error)
  const milliseconds = performance.now() - start
  const reason = thrown instanceof ImageRejected ? thrown.reason : "taken"
  return { name, reason, milliseconds, grownBytes: memory() - before }
}

// Run as a child, after one small photo, so that loading the library does not count.
const small = sharp({ create: { width: 64, height: 48, channels: 3, background: "#c63" } })
const avif = await small.clone().avif().toBuffer()
await processPhoto(await small.clone().png().toBuffer())
await processPhoto(avif)
process.send?.([
  await refusal("PNG of 30 000 × 30 000", pngClaiming(30_000, 30_000)),
  await refusal("PNG of 100 000 × 100 000", pngClaiming(100_000, 100_000)),
  await refusal("AVIF of 30 000 × 30 000", avifClaiming(avif, 30_000, 30_000)),
])

import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { peakMemory } from "./memory"
import { nameOf } from "./outputs"
import type { Usage } from "./usage"
import type { Way } from "./ways/way"

// Measures one way on one photo, in a process that does nothing else. Loading the library, and using it for the first
// time, comes before: a function does that once, not once a photo.
const [way = "", photo = "", tiny = "", folder = ""] = process.argv.slice(2)
const { make }: { make: Way } = await import(`./ways/${way}.ts`)
await make(await readFile(tiny))
const bytes = await readFile(photo)

const cpu = process.cpuUsage()
const start = performance.now()
const files = await make(bytes)
const wall = (performance.now() - start) / 1000
const { user, system } = process.cpuUsage(cpu)
const memory = peakMemory("self") ?? 1024 * process.resourceUsage().maxRSS

for (const file of files) await writeFile(join(folder, nameOf(file)), file.bytes)
const usage: Usage = { cpu: (user + system) / 1e6, wall, memory }
process.send?.(usage)

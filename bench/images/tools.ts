import { join } from "node:path"
import { nameOf, type Output, outputsFor } from "./outputs"
import type { Photo } from "./photos"
import { runTool } from "./run-tool"
import { median, type Usage } from "./usage"

/** A program that makes one file of a photo at a time. */
export type Tool = {
  name: string
  command: string
  version: string
  args: (photo: string, output: Output, target: string) => string[]
  versionArgs: string[]
}

const box = ({ size }: Output) => `${size}x${size}>`

const candidates: (Omit<Tool, "version"> & { sign: RegExp })[] = [
  {
    name: "vipsthumbnail",
    command: "vipsthumbnail",
    versionArgs: ["--vips-version"],
    sign: /vips[ -]?([\d.]+)/,
    args: (photo, output, target) => [photo, "--size", box(output), "-o", target],
  },
  // "convert" may be something else altogether, hence the look at what it says of itself.
  ...["magick", "convert-im6.q16", "convert"].map((command) => ({
    name: "ImageMagick",
    command,
    versionArgs: ["-version"],
    sign: /ImageMagick ([\d.-]+)/,
    args: (photo: string, output: Output, target: string) => [
      photo,
      "-auto-orient",
      "-resize",
      box(output),
      target,
    ],
  })),
]

/** The tools that are here and can write every format; and those that are not, with the reason. */
export async function findTools(tiny: Photo, folder: string): Promise<{ tools: Tool[]; missing: string[] }> {
  const found = new Map<string, Tool | string>()
  for (const { sign, ...candidate } of candidates) {
    if (typeof found.get(candidate.name) === "object") continue
    found.set(candidate.name, await probe(candidate, sign, tiny, folder))
  }
  const tools = [...found.values()].filter((result) => typeof result === "object")
  const missing = [...found].flatMap(([name, result]) =>
    typeof result === "string" ? [`${name}: ${result}`] : [],
  )
  return { tools, missing }
}

async function probe(candidate: Omit<Tool, "version">, sign: RegExp, tiny: Photo, folder: string) {
  const said = await runTool(candidate.command, candidate.versionArgs).catch(() => undefined)
  const version = sign.exec(said?.output ?? "")?.[1]
  if (version === undefined) return "not installed"
  const tool = { ...candidate, version }
  try {
    await makeWith(tool, tiny, folder, 0)
    return tool
  } catch {
    return `${version} is installed, but cannot write every format`
  }
}

/** What starting a tool takes, in core-seconds: it is not counted, since starting Node is not either. */
export async function startOf({ command, versionArgs }: Tool): Promise<number> {
  const starts: number[] = []
  for (let i = 0; i < 5; i++) starts.push((await runTool(command, versionArgs)).cpu)
  return median(starts)
}

/** Every output of a photo, one after the other, with the tool's own defaults. */
export async function makeWith(tool: Tool, photo: Photo, folder: string, start: number): Promise<Usage> {
  const total: Usage = { cpu: 0, wall: 0 }
  for (const output of outputsFor(photo.longest)) {
    const { cpu, wall, memory } = await runTool(
      tool.command,
      tool.args(photo.file, output, join(folder, nameOf(output))),
    )
    total.cpu += cpu - start
    total.wall += wall
    if (memory !== undefined) total.memory = Math.max(total.memory ?? 0, memory)
  }
  return total
}

import { spawn } from "node:child_process"
import { childrenOf, peakMemory } from "./memory"
import { environment } from "./run-way"
import type { Usage } from "./usage"

/** How often to look at a tool's memory, in milliseconds. Its peak is kept by the system, only not for long. */
const LOOK = 10

/**
 * Runs a program and measures it. Node does not count what its children use, so a shell does.
 * @throws with what the program said when it fails or is not there
 */
export async function runTool(command: string, args: string[]): Promise<Usage & { output: string }> {
  const start = performance.now()
  const shell = spawn("sh", ["-c", '"$@" >&2 && times', "sh", command, ...args], {
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  })
  let [times, output, memory] = ["", "", 0]
  shell.stdout.setEncoding("utf8").on("data", (text: string) => (times += text))
  shell.stderr.setEncoding("utf8").on("data", (text: string) => (output += text))
  const watch = setInterval(() => {
    for (const pid of childrenOf(shell.pid ?? 0)) memory = Math.max(memory, peakMemory(pid) ?? 0)
  }, LOOK)
  const code = await new Promise((resolve, reject) => shell.once("close", resolve).once("error", reject))
  clearInterval(watch)
  if (code !== 0) throw new Error(output.trim() || `${command} ended with ${code}.`)
  const wall = (performance.now() - start) / 1000
  return { cpu: childrensTime(times), wall, ...(memory > 0 && { memory }), output }
}

/** The second line of `times`: user and system time of the shell's children, as in 0m1.230s 0m0.040s. */
export function childrensTime(times: string): number {
  const line = times.split("\n")[1] ?? ""
  const parts = [...line.matchAll(/(\d+)m([\d.]+)s/g)]
  if (parts.length !== 2) throw new Error(`The shell's times make no sense: ${times}`)
  return parts.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0)
}

import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { rm } from "node:fs/promises"
import { setTimeout } from "node:timers/promises"
import { z } from "zod"

const Noted = z.object({ pid: z.int().positive(), command: z.string() })
/** A process as it was noted: its number, and text of its command line, because numbers are used again. */
export type Noted = z.output<typeof Noted>

/** How a process was started, empty where the system does not tell. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === "linux") {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim()
    }
    if (process.platform === "win32") return ""
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim()
  } catch {
    return ""
  }
}

/** Reads a pid file; undefined when there is none or it was not finished. */
export function readPidFile(file: string): Noted | undefined {
  try {
    return Noted.parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    return undefined
  }
}

/** Whether the noted process still runs and is still that program. */
export function isRunning({ pid, command }: Noted) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false
  }
  return commandLine(pid).includes(command)
}

/**
 * Ends a program that an earlier launcher left behind together with everything in its process group, if the number
 * is still that program, and waits until it is gone.
 */
export async function reap(pidFile: string) {
  const noted = readPidFile(pidFile)
  if (noted && process.platform !== "win32") {
    for (let waited = 0; isRunning(noted); waited += 20) {
      if (waited === 0) end(noted.pid, "SIGTERM")
      if (waited === 3000) end(noted.pid, "SIGKILL")
      await setTimeout(20)
    }
  }
  await rm(pidFile, { force: true })
}

function end(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(-pid, signal)
  } catch {
    // It ended by itself in between.
  }
}

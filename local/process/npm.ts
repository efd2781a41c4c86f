import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { commandLine, isRunning } from "./pid-file"

/**
 * Calls back when the npm that runs us as a script is gone. Killed with -9 it cannot tell its script to end, which
 * would go on holding its ports with nobody to stop it.
 */
export function onNpmGone(callback: () => void) {
  if (!process.env.npm_lifecycle_event) return
  const npm = npmAbove(process.ppid)
  if (!npm) return
  const noted = { pid: npm, command: commandLine(npm) }
  const timer = setInterval(() => {
    if (isRunning(noted)) return
    clearInterval(timer)
    callback()
  }, 500)
  timer.unref()
}

/** npm stands above the shell of the script, and tsx may stand in between. */
function npmAbove(pid: number, depth = 4): number | undefined {
  if (pid <= 1 || depth === 0) return undefined
  return /\bnpm\b/.test(commandLine(pid)) ? pid : npmAbove(parentOf(pid), depth - 1)
}

function parentOf(pid: number): number {
  try {
    // The name in parentheses may hold anything; the state and the parent follow it.
    if (process.platform === "linux") {
      return Number(
        readFileSync(`/proc/${pid}/stat`, "utf8")
          .replace(/^.*\) \w /s, "")
          .split(" ")[0],
      )
    }
    if (process.platform === "win32") return 0
    return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }))
  } catch {
    return 0
  }
}

import { readFileSync } from "node:fs"

/**
 * The most memory a process has had, in bytes, as Linux counts it; undefined elsewhere, and when it is gone. It begins
 * anew with the program, which getrusage's does not: that one starts at what the parent had.
 */
export function peakMemory(pid: number | "self"): number | undefined {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1]
    return peak === undefined ? undefined : 1024 * Number(peak)
  } catch {
    return undefined
  }
}

/** The processes that a process has started and that still run. */
export function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1").split(" ").filter(Boolean).map(Number)
  } catch {
    return []
  }
}

import { spawn } from "node:child_process"
import { once } from "node:events"
import type { Readable } from "node:stream"
import { fileURLToPath } from "node:url"

const guard = fileURLToPath(new URL("./guard.mjs", import.meta.url))

/** A program that ends when we stop it or when we die, however we die. */
export type Guarded = {
  /** What it prints, where that is piped to us. */
  stdout: Readable | null
  stderr: Readable | null
  /** Resolves with the program's exit code. */
  exited: Promise<number>
  stop(): Promise<void>
}

/**
 * Starts a program under a guard (see guard.mjs).
 * @param options.pidFile where the guard notes the program, for `reap` at the next start
 * @param options.marker text by which its command line is recognised later
 * @param options.output where its output goes: to us, or to an open file
 */
export function spawnGuarded(
  program: string,
  args: string[],
  options: { pidFile: string; marker: string; output: "pipe" | number; env?: NodeJS.ProcessEnv },
): Guarded {
  const { pidFile, marker, output, env } = options
  const child = spawn(process.execPath, [guard, pidFile, marker, program, ...args], {
    stdio: ["pipe", output, output],
    // A group of its own: Ctrl+C reaches the launcher alone, which then stops things in order.
    detached: true,
    windowsHide: true,
    env,
  })
  // The program may be gone already when we close its guard's stdin.
  child.stdin?.on("error", () => {})
  const exited = once(child, "exit").then(([code]) => Number(code ?? 1))
  return {
    stdout: child.stdout,
    stderr: child.stderr,
    exited,
    async stop() {
      child.stdin?.end()
      await exited
    },
  }
}

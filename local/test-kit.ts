import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { onTestFinished, vi } from "vitest"

/** A folder for one test, removed after it. */
export async function temporaryFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), "ichimai-"))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Waits until a check holds, however busy the machine is. */
export const eventually = (check: () => unknown) => vi.waitFor(check, { timeout: 15_000, interval: 10 })

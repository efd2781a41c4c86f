import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import type { TestProject } from "vitest/node"
import { startBackend } from "../local/testing"

declare module "vitest" {
  interface ProvidedContext {
    backend: Record<string, string>
    /** Where the stage keeps what is on its disk. */
    dataDir: string
  }
}

/** One embedded table and storage for the whole run; each test file has a table of its own in it. */
export default async function setup(project: TestProject) {
  const dataDir = path.join(await mkdtemp(path.join(tmpdir(), "photo-sharing-test-")), "data")
  const backend = await startBackend({ dataDir })
  project.provide("backend", backend.env)
  project.provide("dataDir", dataDir)
  return async () => {
    await backend.close()
    await rm(path.dirname(dataDir), { recursive: true, force: true })
  }
}

import { writeFileSync } from "node:fs"
import path from "node:path"
import type { TestProject } from "vitest/node"
import { ensurePlatform, root } from "./platform"
import { evaluateAll } from "./stages"

declare module "vitest" {
  export interface ProvidedContext {
    evaluated: string
    program: string
    runner: string
  }
}

/** For vitest, once before all tests of the infrastructure: extracts the platform, and evaluates every stage. */
export default async function setup({ provide }: Pick<TestProject, "provide">) {
  await ensurePlatform()
  const { bundle, ...stages } = await evaluateAll()
  const file = path.join(root, ".sst/evaluated.json")
  writeFileSync(file, JSON.stringify(stages))
  provide("evaluated", file)
  provide("program", bundle.program)
  provide("runner", bundle.runner)
  return bundle.remove
}

import type { TestProject } from "vitest/node"
import { startMoto } from "./moto"

declare module "vitest" {
  interface ProvidedContext {
    aws: string
  }
}

/** One emulator of AWS for the whole run. Without it the run fails, and says what to install. */
export default async function setup(project: TestProject) {
  const { url, stop } = await startMoto()
  project.provide("aws", url)
  return stop
}

import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterAll, expect, inject, it } from "vitest"
import { root } from "./platform"
import { environments, evaluateStage, secretsOf } from "./stages"

const bundle = { program: inject("program"), runner: inject("runner"), remove: () => {} }
const sources = mkdtempSync(path.join(tmpdir(), "sources-"))
afterAll(() => rmSync(sources, { recursive: true, force: true }))
for (const name of readdirSync(root)) {
  if (name !== "functions" && !name.startsWith("."))
    symlinkSync(path.join(root, name), path.join(sources, name))
}

const refusal = (...given: Parameters<typeof evaluateStage>) =>
  evaluateStage(...given).then(
    () => "it was deployed",
    (error: Error) => error.message,
  )

it("a stage without a secret or a setting is refused before anything is made", async () => {
  const { CdnSecret: _, ...secrets } = secretsOf("production")
  const env = { ...environments.production, PHOTO_APP_ALARM_EMAIL: "" }
  const said = await refusal(bundle, "production", { secrets, env })
  expect(said).toContain("PHOTO_APP_ALARM_EMAIL is missing")
  expect(said).toContain("npx sst secret set CdnSecret --stage production")
  expect(said).toContain("Until then 0 resources were made.")
})

it("a function whose file is gone, or exports no handler, is refused by its name", async () => {
  cpSync(path.join(root, "functions"), path.join(sources, "functions"), { recursive: true })
  rmSync(path.join(sources, "functions/digest.ts"))
  writeFileSync(path.join(sources, "functions/housekeeping.ts"), "export const handle = 1\n")
  const said = await refusal(bundle, "development", { sources })
  expect(said).toContain("Handler not found: functions/digest")
  expect(said).toContain('functions/housekeeping.handler: no export "handler"')
})

import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { defineConfig, devices } from "@playwright/test"
import { browserArguments, browserPath } from "./e2e/browser"

const port = Number(process.env.E2E_PORT ?? 3100)
const baseURL = `http://localhost:${port}`
// The workers read this file too: one folder for all of them.
process.env.E2E_DATA ??= mkdtempSync(join(tmpdir(), "photo-sharing-e2e-"))
process.env.E2E_MAIL ??= `http://127.0.0.1:${port + 3}`

const executablePath = await browserPath()

export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  // Making the sizes of a photo takes a second or two of a core, and the machine may have other work.
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  // As in vitest.config.ts; it is listed as flaky then.
  retries: process.env.CI ? 1 : 0,
  reporter: [["list"]],
  use: {
    baseURL,
    trace: "retain-on-failure",
    // It would hide navigations from what tests do to the network; its own test lets it in.
    serviceWorkers: "block",
    // Without a graphics card a browser spends a core on every spinner, which the making of photos then lacks.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: { args: browserArguments, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: "desktop", use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } } },
    {
      name: "phone",
      use: {
        ...devices["Desktop Chrome"],
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
      },
    },
  ],
  webServer: {
    command: "npm start",
    url: `${baseURL}/health`,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 6000 },
    env: {
      PORT: String(port),
      LOCAL_DYNAMODB_PORT: String(port + 1),
      LOCAL_S3_PORT: String(port + 2),
      LOCAL_DESK_PORT: String(port + 3),
      LOCAL_DATA: join(process.env.E2E_DATA, "data"),
    },
  },
})

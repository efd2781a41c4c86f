import { existsSync, mkdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { chromium } from "@playwright/test"

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
]

/**
 * A browser for the journeys: `CHROMIUM_PATH`, one that the system has, Playwright's own download, or the one inside
 * the npm package @sparticuz/chromium, which works on a bare Linux machine.
 * @returns its path, or undefined for Playwright's own
 */
export async function browserPath(): Promise<string | undefined> {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) return chosen
  const installed = usual.find((path) => existsSync(path))
  if (installed) return installed
  if (existsSync(chromium.executablePath()) || process.platform !== "linux") return undefined
  // It unpacks itself into the temporary folder: one of ours, so that nothing else is overwritten.
  process.env.TMPDIR = fileURLToPath(new URL("../node_modules/.cache/chromium", import.meta.url))
  mkdirSync(process.env.TMPDIR, { recursive: true })
  const { default: packed } = await import("@sparticuz/chromium")
  return packed.executablePath()
}

/** A container's root has no sandbox to use; and nothing here looks outside the machine. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
]

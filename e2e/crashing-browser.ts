import { readlink } from "node:fs/promises"
import { join } from "node:path"
import { chromium } from "@playwright/test"
import { browserArguments, browserPath } from "./browser"

/**
 * A browser with a profile of its own on the disk, which can be killed as a crash kills it: with nothing written that
 * was not written before.
 */
export async function crashingBrowser(profile: string, baseURL?: string) {
  const executablePath = await browserPath()
  const context = await chromium.launchPersistentContext(profile, {
    baseURL,
    args: browserArguments,
    ...(executablePath ? { executablePath } : {}),
  })
  const kill = async () => {
    const closed = context.waitForEvent("close")
    // The browser locks its profile with its name: "<host>-<process>". Its processes are one group.
    const pid = (await readlink(join(profile, "SingletonLock"))).split("-").at(-1)
    process.kill(-Number(pid), "SIGKILL")
    await closed
  }
  return { context, kill }
}

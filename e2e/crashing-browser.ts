import { execFileSync } from "node:child_process"
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
    for (const pid of processesOf(profile)) stop(pid)
    await closed
  }
  return { context, kill }
}

/** The processes of the browser that has a profile: each says so in its command. */
function processesOf(profile: string): number[] {
  const lines = execFileSync("ps", ["-Ao", "pid=,args="], { encoding: "utf8", maxBuffer: 2 ** 26 }).split(
    "\n",
  )
  const ours = lines.filter((line) => line.includes(`--user-data-dir=${profile}`))
  if (ours.length === 0) throw new Error(`no browser has the profile ${profile}`)
  return ours.map((line) => Number.parseInt(line, 10))
}

function stop(pid: number) {
  try {
    process.kill(pid, "SIGKILL")
  } catch (error) {
    // It ended with the one before it.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error
  }
}

import { execFile } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { faultsBetween, rowsOf } from "../../testing/shapes/faults"
import { present } from "../../testing/shapes/fixtures"
import type { Shapes } from "../../testing/shapes/shape"
import { type Check, check } from "../verify/check"

const root = path.resolve(import.meta.dirname, "../..")
const git = async (...words: string[]) =>
  (await promisify(execFile)("git", words, { cwd: root, maxBuffer: 64 * 1024 * 1024 })).stdout.trim()

/**
 * What of a rollback a laptop can rehearse: that the earlier release can be had, in a checkout of its own as a rollback
 * makes it, and that each of the two reads the rows which the other stores. Not that it can be deployed.
 * @param to what to go back to, in words of git
 */
export async function rehearse(to: string): Promise<Check[]> {
  let commit = ""
  const had = await check("the earlier release", async () => {
    commit = await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${to}^{commit}`)
    return { ok: true, found: await git("show", "--no-patch", "--format=%h of %cs: %s", commit) }
  })
  if (!had.ok) return [{ ...had, found: `git knows no ${to}` }]
  return [
    had,
    await check("a checkout of its own", () => checkOut(commit)),
    await check("the rows", () => rows(commit)),
  ]
}

async function checkOut(commit: string) {
  const folder = await mkdtemp(path.join(tmpdir(), "rollback-"))
  try {
    await git("worktree", "add", "--quiet", "--detach", path.join(folder, "checkout"), commit)
    const lock = await git(
      "-C",
      path.join(folder, "checkout"),
      "ls-files",
      "package-lock.json",
      "sst.config.ts",
    )
    const found = lock.split("\n").filter(Boolean)
    return {
      ok: found.length === 2,
      found: found.length > 0 ? `with ${found.join(" and ")}` : "with nothing to deploy",
    }
  } finally {
    await git("worktree", "remove", "--force", path.join(folder, "checkout")).catch(() => {})
    await rm(folder, { recursive: true, force: true })
  }
}

async function rows(commit: string) {
  const names = await git("ls-tree", "--name-only", commit, "testing/shapes/")
  const file = names
    .split("\n")
    .filter((name) => name.endsWith(".json"))
    .sort(byRelease)
    .at(-1)
  if (!file) return { ok: undefined, found: "it does not say how it stores them" }
  const { shapes } = JSON.parse(await git("show", `${commit}:${file}`)) as { shapes: Shapes }
  const faults = faultsBetween({ shapes, rows: rowsOf(shapes) }, present())
  return {
    ok: faults.length === 0,
    found:
      faults.length === 0 ? `each reads the other's, ${Object.keys(shapes).length} kinds` : faults.join("; "),
  }
}

const byRelease = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true })

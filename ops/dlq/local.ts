import { readdir, readFile, rm } from "node:fs/promises"
import path from "node:path"
import { z } from "zod"
import { DeadLetter } from "../../core/dead-letter"
import { fileOf, nameOf } from "../../local/events/dead-letters"
import { localFunction } from "../../local/functions/function"
import { readSettings } from "../../local/settings"

const Kept = z.object({
  event: z.unknown(),
  error: z.object({ message: z.string() }),
  tries: z.number(),
  at: z.string(),
})

/** The dead letters of the launcher: files, whose functions run here when they are called again. */
export async function localLetters({ of, atMost }: DeadLetter.Wanted): Promise<DeadLetter.Hold> {
  const folder = path.join(readSettings().dataDir, "dead-letters")
  const names = (await readdir(folder).catch(() => [])).filter((file) => !of || nameOf(file) === of)
  const files = await Promise.all(
    names.map(async (name) => (await readdir(path.join(folder, name))).map((file) => path.join(name, file))),
  )
  const oldest = files
    .flat()
    .filter((file) => file.endsWith(".json"))
    .sort((a, b) => path.basename(a).localeCompare(path.basename(b)))
    .slice(0, atMost)
  const letters = await Promise.all(oldest.map((file) => letterOf(path.join(folder, file))))
  return { letters, release: async () => {} }
}

async function letterOf(file: string): Promise<DeadLetter.Held> {
  const { event, error, tries, at } = Kept.parse(JSON.parse(await readFile(file, "utf8")))
  const of = nameOf(path.basename(path.dirname(file)))
  const discard = () => rm(file, { force: true })
  return {
    id: path.basename(file, ".json"),
    of,
    at,
    tries,
    about: DeadLetter.aboutOf(event),
    why: error.message,
    event,
    discard,
    async redrive() {
      await call(of, event)
      await discard()
      return "done"
    },
  }
}

/** Calls a function of this checkout with the local stage's table and storage. @throws Error when it refuses again */
async function call(name: string, event: unknown): Promise<void> {
  const called = localFunction({
    file: path.resolve(import.meta.dirname, `../../functions/${fileOf(name)}.ts`),
    env: process.env,
    timeoutMs: 60_000,
    report: (line) => process.stderr.write(`[${name}] ${line}\n`),
  })
  try {
    DeadLetter.refuseFailures(await called.invoke(event))
  } finally {
    called.close()
  }
}

import { chmod, writeFile } from "node:fs/promises"
import path from "node:path"
import { onTestFinished } from "vitest"
import { temporaryFolder } from "../../local/test-kit"

/** Puts an npm before the real one, which prints this. */
export async function npmSays(answer: unknown, code = 1) {
  const folder = await temporaryFolder()
  const file = path.join(folder, "npm")
  await writeFile(path.join(folder, "answer"), JSON.stringify(answer))
  await writeFile(file, `#!/bin/sh\ncat '${path.join(folder, "answer")}'\nexit ${code}\n`)
  await chmod(file, 0o755)
  const before = process.env.PATH
  process.env.PATH = `${folder}${path.delimiter}${before}`
  onTestFinished(() => {
    process.env.PATH = before
  })
}

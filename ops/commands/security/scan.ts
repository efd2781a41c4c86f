import { execFile } from "node:child_process"
import path from "node:path"
import { promisify } from "node:util"
import { command } from "../../command"
import { table } from "../../output"
import { secretsIn } from "../../security/secrets-in"

const root = path.resolve(import.meta.dirname, "../../..")

export default command({
  summary: "looks for secrets in what this checkout has committed, or is about to commit",
  details:
    "Keys of AWS, tokens of GitHub, npm and our own, private keys, secrets of a stage, by the forms that their makers gave\nthem. What was committed once stays in the history: a secret that was found has leaked, `security rotate` it.\nExit code 1 when something was found.",
  examples: ["security scan"],
  args: {},
  async run() {
    const { stdout } = await promisify(execFile)(
      "git",
      ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
      { cwd: root, maxBuffer: 64 * 1024 * 1024 },
    )
    const files = stdout.split("\0").filter(Boolean)
    const found = await secretsIn(files.map((file) => path.join(root, file)))
    const rows = found.map((one) => ({ ...one, file: path.relative(root, one.file) }))
    const text =
      rows.length > 0
        ? table(rows, [{ of: "what" }, { of: "file" }, { of: "line", align: "right" }])
        : `No secret in ${files.length} files.`
    return { data: { files: files.length, found: rows }, text, ok: rows.length === 0 }
  },
})

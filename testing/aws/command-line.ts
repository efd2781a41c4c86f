import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import path from "node:path"
import { promisify } from "node:util"

const instructions = `The AWS CLI is not here: these tests type the owner's own lines. It comes from PyPI:

  python3 -m venv .venv && .venv/bin/pip install 'moto[server]==5.2.1' awscli

It is looked for in .venv/bin and the PATH.`

/**
 * Types a line of shell at a terminal where AWS is the emulator.
 * @returns what it printed
 * @throws Error with what it complained of, or with instructions when the AWS CLI is not installed
 */
export async function type(line: string): Promise<string> {
  const own = path.resolve(".venv/bin")
  const PATH = [own, process.env.PATH].join(path.delimiter)
  if (!PATH.split(path.delimiter).some((folder) => existsSync(path.join(folder, "aws"))))
    throw new Error(instructions)
  const env = {
    ...process.env,
    PATH,
    AWS_DEFAULT_REGION: process.env.AWS_REGION,
    AWS_DEFAULT_OUTPUT: "json",
    AWS_PAGER: "",
  }
  const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", line], { env })
  return stdout
}

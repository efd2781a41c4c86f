import { execFile } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { chmod, mkdir, writeFile } from "node:fs/promises"
import { homedir } from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"

export const root = fileURLToPath(new URL("../..", import.meta.url))
/** Where SST keeps the sources of its components. */
export const platform = path.join(root, ".sst/platform")

const run = promisify(execFile)
const versionOf = (file: string) => (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version

/** Whether the platform of this version of SST lies there, with the provider that the configuration pins. */
function isThere(): boolean {
  const [mark, provider] = [
    path.join(platform, "evaluated"),
    path.join(platform, "node_modules/@pulumi/aws/package.json"),
  ]
  return existsSync(mark) && existsSync(provider) && readFileSync(mark, "utf8") === wanted()
}
const wanted = () => {
  const sst = versionOf(path.join(root, "node_modules/sst/package.json"))
  const pinned = /version: "([\d.]+)"/.exec(readFileSync(path.join(root, "sst.config.ts"), "utf8"))?.[1]
  return `sst ${sst}, aws ${pinned}`
}

/**
 * Extracts the platform into `.sst`, once for each version of SST; it takes about a minute, and npm alone.
 * `sst install` wants the Pulumi CLI and bun, and would download both; all that it asks of them is a version and one
 * `bun install`. So a home of its own holds two stand-ins: Pulumi answers `version`, bun hands `install` to npm.
 * `sst deploy` needs the real ones, and gets them itself.
 * @throws Error with what SST said, when it cannot
 */
export async function ensurePlatform(): Promise<void> {
  if (isThere()) return
  const home = path.join(root, "node_modules/.cache/sst-home")
  await standIns(home)
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, ".config"),
    npm_config_userconfig: process.env.npm_config_userconfig ?? path.join(homedir(), ".npmrc"),
    npm_config_cache: process.env.npm_config_cache ?? path.join(homedir(), ".npm"),
    SST_TELEMETRY_DISABLED: "1",
    NODE_OPTIONS: "",
  }
  const sst = path.join(root, "node_modules/.bin/sst")
  await run(sst, ["install", "--stage", "development"], { cwd: root, env }).catch((error) => {
    throw new Error(`The platform of SST could not be extracted: ${error.stdout}\n${error.stderr}`)
  })
  await writeFile(path.join(platform, "evaluated"), wanted())
}

async function standIns(home: string) {
  const scripts = {
    pulumi:
      '[ "$1" = version ] && echo v3.215.0 && exit 0\necho "a stand-in: the Pulumi CLI is not here" >&2\nexit 1',
    bun: 'case "$1" in\n--version) echo 1.2.1 ;;\ninstall) exec npm install --no-audit --no-fund --loglevel=error ;;\n*) exit 1 ;;\nesac',
  }
  // Where Go looks for a person's configuration: on Linux, on macOS.
  for (const folder of [".config/sst/bin", "Library/Application Support/sst/bin"]) {
    const bin = path.join(home, folder)
    await mkdir(bin, { recursive: true })
    for (const [name, script] of Object.entries(scripts)) {
      await writeFile(path.join(bin, name), `#!/bin/sh\n${script}\n`)
      await chmod(path.join(bin, name), 0o755)
    }
  }
}

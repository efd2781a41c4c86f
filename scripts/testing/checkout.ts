import { execFile, execFileSync } from "node:child_process"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

const scripts = path.resolve(import.meta.dirname, "..")

/** How a stand-in answers: to what command lines, with which exit code and text; to how many calls, all if not given. */
export type Answer = [pattern: RegExp, code: number, text?: string, times?: number]

export const certificate = "arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d"
const versioned = ["AuthSecret", "EmailKey", "CursorKey", "TokenKey", "CdnSecret"]
export const secrets = [
  ...versioned.map((name) => `${name}=1:${"x".repeat(43)}`),
  `CanarySecret=${"y".repeat(43)}`,
]

/** Where everything is as it should be. */
const fine: Answer[] = [
  [/^aws --version/, 0, "aws-cli/2.27.41 Python/3.13.4 Linux/6.8 exe/x86_64"],
  [/^npm --version/, 0, "11.4.2"],
  [/^aws sts get-caller-identity/, 0, "arn:aws:iam::123456789012:user/ada"],
  [/^aws acm describe-certificate .*--region us-east-1/, 0, "ISSUED\texample.com,*.example.com"],
  [/^aws route53 list-hosted-zones/, 0, "other.org.\texample.com."],
  [/^npx --no-install sst secret list/, 0, `# photo-sharing-app\n${secrets.join("\n")}\n`],
  [/^npx --no-install sst (deploy|diff)/, 0, "done"],
  [/^curl /, 0],
  [/^npm (test|ci|run --silent shapes)/, 0],
  [/^npm run --silent ops -- (canary enrol|verify|releases record|cache invalidate) /, 0],
]

/** A checkout of the scripts with a history of its own, and stand-ins for what they call. */
export class Checkout {
  readonly #folder = mkdtempSync(path.join(tmpdir(), "deploy-"))
  readonly root = path.join(this.#folder, "checkout")
  readonly #standIns = path.join(this.#folder, "stand-ins")

  constructor(stage: string) {
    mkdirSync(this.#standIns)
    cpSync(template(), this.root, { recursive: true })
    for (const name of ["aws", "npx", "npm", "curl"]) {
      symlinkSync(path.join(scripts, "testing/stand-in.sh"), path.join(this.#standIns, name))
    }
    const domain = "example.com"
    const outputs = { stage, site: `https://${domain}`, api: `https://api.${domain}`, distribution: "E1TEST" }
    writeFileSync(path.join(this.#standIns, "outputs.json"), JSON.stringify(outputs))
  }

  git(...words: string[]) {
    return execFileSync("git", words, {
      cwd: this.root,
      encoding: "utf8",
      env: cleanEnvironment(),
    }).trim()
  }

  write(file: string, text: string) {
    writeFileSync(path.join(this.root, file), text)
  }

  /** Commits all there is; gives the commit. */
  commit(message: string) {
    this.git("add", "--all")
    this.git("commit", "--quiet", "--allow-empty", "-m", message)
    return this.git("rev-parse", "HEAD")
  }

  /** Runs a script; the given answers count before those of where all is fine. */
  run(script: `${string}.sh`, words: string[], answers: Answer[] = []) {
    const escaped = (text: string) => text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")
    const lines = [...answers, ...fine].map(([pattern, code, text = "", times = 1000]) =>
      [pattern.source, code, times, escaped(text)].join("\t"),
    )
    writeFileSync(path.join(this.#standIns, "answers"), `${lines.join("\n")}\n`)
    writeFileSync(path.join(this.#standIns, "calls"), "")
    const env = {
      ...cleanEnvironment(),
      PATH: `${this.#standIns}:${process.env.PATH}`,
      STAND_INS: this.#standIns,
    }
    return new Promise<{ code: number; said: string; calls: string[] }>((resolve) => {
      const file = path.join(this.root, "scripts", script)
      execFile("bash", [file, ...words], { cwd: tmpdir(), env }, (error, out, errors) => {
        const code = typeof error?.code === "number" ? error.code : error ? 1 : 0
        resolve({ code, said: out + errors, calls: this.#lines("calls") })
      })
    })
  }

  /** The commits that were deployed, in order. */
  deployed = () => this.#lines("deployed")
  /** The settings that the last deployment was given. */
  settings = () => this.#lines("settings")

  #lines(name: string) {
    const file = path.join(this.#standIns, name)
    return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : []
  }

  remove = () => rmSync(this.#folder, { recursive: true })
}

let made: string | undefined
/** A checkout with its first commit; made once, as it takes a while. */
function template(): string {
  if (made) return made
  const root = mkdtempSync(path.join(tmpdir(), "deploy-template-"))
  process.once("exit", () => rmSync(root, { recursive: true, force: true }))
  cpSync(scripts, path.join(root, "scripts"), { recursive: true })
  writeFileSync(path.join(root, ".gitignore"), ".sst/\n.env*\n")
  const git = (...words: string[]) => execFileSync("git", words, { cwd: root, env: cleanEnvironment() })
  git("init", "--quiet", "--initial-branch=main")
  git("add", "--all")
  git("commit", "--quiet", "-m", "feat: the first")
  made = root
  return root
}

/** Without what the machine of whoever tests is set to. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(AWS_|SST_|GIT_|GITHUB_|PHOTO_APP_)/.test(name),
  )
  const [name, email] = ["Ada", "ada@example.com"]
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: "test",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  }
}

import { spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { once } from "node:events"
import path from "node:path"
import { config } from "../../core/config"
import { type SecretVersion, secretVersions } from "../../core/secret"
import { loadSecrets, writeSecrets } from "../../local/secrets"
import { readSettings } from "../../local/settings"
import { OpsProblem } from "../problem"
import type { Stage } from "../stage"

export const rotatable = ["AuthSecret", "EmailKey", "CursorKey", "TokenKey", "CdnSecret"] as const
export type Rotatable = (typeof rotatable)[number]

/** `append` lets it in beside the present one, `promote` makes it the one that is used, `remove` ends the others. */
export type Step = "append" | "promote" | "remove" | "replace"

/** What ends when the versions before are no longer taken. */
export const ends: Record<Rotatable, string> = {
  AuthSecret: "signs out everybody who signed in before the new version was put first",
  EmailKey: "nobody whose address was stored before is found by it again: they could not sign in",
  CursorKey: "lists that are open do not go on until they are loaded again",
  TokenKey: "mails that are not sent yet lose their links, and unsubscribe links of old mails end",
  CdnSecret: "nothing ends, where the deployment that put the new version first is through",
}

/** The versions that stay usable for ever, as what they made is kept under them. */
export const kept: readonly Rotatable[] = ["EmailKey"]

const numberOf = ({ id }: SecretVersion) => (/^\d+$/.test(id) ? Number(id) : 0)

/** Which step is next: each needs the one before to be deployed everywhere. */
export function nextStep(versions: readonly SecretVersion[]): Exclude<Step, "replace"> {
  if (versions.length === 1) return "append"
  const newest = Math.max(...versions.map(numberOf))
  return versions[0] && numberOf(versions[0]) === newest ? "remove" : "promote"
}

/**
 * The versions after a step, newest first.
 * @param fresh makes the value of a new version
 */
export function after(
  step: Step,
  versions: readonly SecretVersion[],
  fresh = () => randomBytes(32).toString("base64url"),
): SecretVersion[] {
  const newest = Math.max(...versions.map(numberOf))
  const added = () => ({ id: String(newest + 1), value: fresh() })
  switch (step) {
    case "append":
      return [...versions, added()]
    case "promote":
      return [...versions].sort((a, b) => numberOf(b) - numberOf(a))
    case "remove":
      return versions.slice(0, 1)
    case "replace":
      return [added()]
  }
}

/** @throws OpsProblem when the secret is not at hand */
export async function presentVersions(stage: Stage, name: Rotatable): Promise<SecretVersion[]> {
  await stage.link()
  try {
    config.secret(name)
  } catch {
    throw new OpsProblem(
      `${name} is not at hand.`,
      `Secrets are there inside: npx sst shell --stage ${stage.name} -- npm run ops -- …`,
    )
  }
  return secretVersions(name)
}

/** Keeps the versions where the next start, or deployment, finds them. @throws Error when that did not work */
export async function keepVersions(stage: Stage, name: Rotatable, versions: readonly SecretVersion[]) {
  const value = versions.map(({ id, value }) => `${id}:${value}`).join(",")
  if (stage.isLocal) {
    const { dataDir } = readSettings()
    return writeSecrets(dataDir, { ...(await loadSecrets(dataDir)), [name]: value })
  }
  // Through its input: what is on a command line, everybody on the machine can read.
  const child = spawn("npx", ["sst", "secret", "set", name, "--stage", stage.name], {
    cwd: path.resolve(import.meta.dirname, "../.."),
    stdio: ["pipe", "ignore", "inherit"],
  })
  child.stdin.end(value)
  const [code] = await once(child, "exit")
  if (code !== 0) throw new Error(`sst could not keep ${name}: exit code ${code}`)
}

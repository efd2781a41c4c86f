import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import path from "node:path"
import { z } from "zod"
import { writeDurably } from "./file"
import { Problem } from "./problem"

/** Versions, newest first, as core reads them: `id:secret,id:secret`. */
const Versions = z
  .string()
  .regex(/^\w+:[\w-]{32,}(,\w+:[\w-]{32,})*$/, "is not written as id:secret[,id:secret]")

const Secrets = z.strictObject({
  AuthSecret: Versions,
  EmailKey: Versions,
  CursorKey: Versions,
  TokenKey: Versions,
  CdnSecret: Versions,
  /** Secret access key of the embedded storage. */
  storageKey: z.string().min(32),
})
export type Secrets = z.output<typeof Secrets>

const fresh = () => randomBytes(32).toString("base64url")
const generate = (): Secrets => ({
  AuthSecret: `1:${fresh()}`,
  EmailKey: `1:${fresh()}`,
  CursorKey: `1:${fresh()}`,
  TokenKey: `1:${fresh()}`,
  CdnSecret: `1:${fresh()}`,
  storageKey: fresh(),
})

/**
 * The secrets of this installation, generated at its first start and kept in `secrets.json` (mode 0600).
 * @throws Problem when the file is broken, or gone while there is data that needs it
 */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const file = path.join(dataDir, "secrets.json")
  if (existsSync(file)) return parse(file, await readFile(file, "utf8"))
  if (existsSync(path.join(dataDir, "dynamodb"))) {
    throw new Problem(`${file} is missing and the data needs it: restore it, or start anew with --reset.`)
  }
  const secrets = generate()
  await writeSecrets(dataDir, secrets)
  return secrets
}

/** Keeps the secrets of this installation; what runs goes on with those that it began with. */
export const writeSecrets = (dataDir: string, secrets: Secrets) =>
  writeDurably(path.join(dataDir, "secrets.json"), `${JSON.stringify(Secrets.parse(secrets), null, 2)}\n`)

function parse(file: string, text: string) {
  try {
    return Secrets.parse(JSON.parse(text))
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error).replaceAll(/\s+/g, " ") : "not JSON"
    throw new Problem(`${file} is broken (${why}): restore it, or start anew with --reset.`)
  }
}

import { readFile, stat } from "node:fs/promises"

export type FoundSecret = { file: string; line: number; what: string }

/** What secrets look like, each by the prefix or form that its maker gave it. */
const forms: readonly [what: string, form: RegExp][] = [
  ["an access token of ours", /\bpat_[\w-]{43}\b/],
  ["an access key of AWS", /\b(?:AKIA|ASIA)(?!IOSFODNN7EXAMPLE)[A-Z0-9]{16}\b/],
  ["a secret key of AWS", /aws_secret_access_key\s*[=:]\s*["']?[A-Za-z0-9/+]{40}\b/i],
  ["a token of GitHub", /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{60,})\b/],
  ["a token of npm", /\bnpm_[A-Za-z0-9]{36}\b/],
  ["a private key", /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ["a secret of Google", /\bGOCSPX-[\w-]{28}\b/],
  [
    "a secret of a stage",
    /\b(?:AuthSecret|EmailKey|CursorKey|TokenKey|CdnSecret)\b["' ]*[=:]["' ]*\w{1,16}:(?!([\w-])\1{31})[\w-]{43}(?![\w-])/,
  ],
]

/** Bytes beyond which a file is no text that somebody wrote. */
const largest = 2_000_000

/**
 * Looks for secrets in files. What is found is named, and never repeated.
 * @param files paths; what is large or no text is left out
 */
export async function secretsIn(files: readonly string[]): Promise<FoundSecret[]> {
  const found: FoundSecret[] = []
  for (const file of files) {
    const entry = await stat(file).catch(() => undefined)
    if (!entry?.isFile() || entry.size > largest) continue
    const text = await readFile(file, "utf8")
    if (text.includes("\0")) continue
    for (const [at, line] of text.split("\n").entries())
      for (const [what, form] of forms) if (form.test(line)) found.push({ file, line: at + 1, what })
  }
  return found
}

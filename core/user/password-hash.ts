import { createHash, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto"

// OWASP's scrypt parameters for 32 MB: N=2^15, r=8, p=3 (Password Storage Cheat Sheet).
const cost = { N: 2 ** 15, r: 8, p: 3 }
const keyBytes = 32
/** Each hash takes 32 MB: only so many at once. */
const atOnce = 4

/** Hashes a new password; the parameters are kept with the hash. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, keyBytes, cost)
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64"), key.toString("base64")].join("$")
}

/**
 * Whether a password belongs to a stored hash. For nobody's hash (undefined) it takes the same time and says no.
 */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [algorithm, N, r, p, salt, key] = (stored ?? nobody).split("$")
  if (algorithm !== "scrypt" || !salt || !key) throw new Error("A stored password hash is malformed.")
  const expected = Buffer.from(key, "base64")
  const options = { N: Number(N), r: Number(r), p: Number(p) }
  const actual = await derive(password, Buffer.from(salt, "base64"), expected.length, options)
  return timingSafeEqual(actual, expected) && stored !== undefined
}

/** Names a password, or that there is none, without telling it, nor its hash. */
export const passwordName = ({ passwordHash = "none" }: { passwordHash?: string | undefined }): string =>
  createHash("sha256").update(passwordHash).digest("base64url")

const nobody = [
  "scrypt",
  cost.N,
  cost.r,
  cost.p,
  "AAAAAAAAAAAAAAAAAAAAAA==",
  "A".repeat(43).concat("="),
].join("$")

let running = 0
const waiting: (() => void)[] = []

async function derive(password: string, salt: Buffer, length: number, options: ScryptOptions) {
  while (running >= atOnce) await new Promise<void>((go) => waiting.push(go))
  running++
  try {
    return await new Promise<Buffer>((resolve, reject) =>
      scrypt(
        password.normalize("NFKC"),
        salt,
        length,
        { ...options, maxmem: 160 * 1024 * 1024 },
        (error, key) => (error ? reject(error) : resolve(key)),
      ),
    )
  } finally {
    running--
    waiting.shift()?.()
  }
}

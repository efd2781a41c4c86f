import { z } from "zod"
import { S3Error } from "../http/error"

const Amount = z
  .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
  .pipe(z.number().int().min(0))
const Condition = z.union([
  z.tuple([z.string().regex(/^content-length-range$/i), Amount, Amount]),
  z.tuple([z.string().regex(/^(eq|starts-with)$/i), z.string().startsWith("$"), z.string()]),
  z.record(z.string(), z.string()).refine((entry) => Object.keys(entry).length === 1),
])
const Document = z.object({ expiration: z.iso.datetime({ offset: true }), conditions: z.array(Condition) })

/** What a form must be like. */
export type Policy = {
  expiration: Date
  matches: { operator: "eq" | "starts-with"; field: string; value: string; text: string }[]
  /** The bounds of the file's size, both included. */
  length: { min: number; max: number } | null
}

/** Fields that a policy need not mention. */
const EXEMPT = /^(policy|x-amz-signature|file|x-ignore-.*)$/

/**
 * Reads a base64 policy document.
 * @throws S3Error `InvalidPolicyDocument`.
 */
export function readPolicy(encoded: string): Policy {
  const parsed = Document.safeParse(parseJson(encoded))
  if (!parsed.success) throw invalid()
  const policy: Policy = { expiration: new Date(parsed.data.expiration), matches: [], length: null }
  for (const condition of parsed.data.conditions) {
    const text = JSON.stringify(condition)
    if (!Array.isArray(condition)) {
      for (const [name, value] of Object.entries(condition)) {
        policy.matches.push({ operator: "eq", field: name.toLowerCase(), value, text })
      }
    } else if (typeof condition[1] === "number") {
      const [, min, max] = condition
      policy.length = narrow(policy.length, { min, max: Number(max) })
    } else {
      const [operator, name, value] = condition
      const field = name.slice(1).toLowerCase()
      policy.matches.push({
        operator: operator.toLowerCase() === "eq" ? "eq" : "starts-with",
        field,
        value: String(value),
        text,
      })
    }
  }
  return policy
}

/**
 * Holds form fields against a policy: every condition must hold, and every field must be in a condition.
 * @param fields with `bucket` and the final `key` among them.
 * @throws S3Error `AccessDenied` saying what does not hold.
 */
export function checkPolicy(policy: Policy, fields: Map<string, string>): void {
  const deny = (why: string): never => {
    throw new S3Error("AccessDenied", `Invalid according to Policy: ${why}`)
  }
  if (policy.expiration.getTime() < Date.now()) deny("Policy expired.")
  for (const { operator, field, value, text } of policy.matches) {
    const given = fields.get(field) ?? ""
    const holds = operator === "eq" ? given === value : given.startsWith(value)
    if (!holds) deny(`Policy Condition failed: ${text}`)
  }
  const covered = new Set(policy.matches.map((match) => match.field))
  for (const field of fields.keys()) {
    if (!covered.has(field) && !EXEMPT.test(field)) deny(`Extra input fields: ${field}`)
  }
}

/** Passes a file through and stops it as soon as it is too long; at its end it must be long enough. */
export async function* withinLength(
  source: AsyncIterable<Uint8Array>,
  length: Policy["length"],
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (length && size > length.max) {
      throw new S3Error("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", {
        ProposedSize: size,
        MaxSizeAllowed: length.max,
      })
    }
    yield chunk
  }
  if (length && size < length.min) {
    throw new S3Error("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size", {
      ProposedSize: size,
      MinSizeAllowed: length.min,
    })
  }
}

function narrow(known: Policy["length"], added: { min: number; max: number }): Policy["length"] {
  if (!known) return added
  return { min: Math.max(known.min, added.min), max: Math.min(known.max, added.max) }
}

function parseJson(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, "base64").toString("utf8"))
  } catch {
    throw invalid()
  }
}

function invalid(): S3Error {
  return new S3Error("InvalidPolicyDocument", "Invalid Policy: Invalid JSON or Simple-Condition.")
}

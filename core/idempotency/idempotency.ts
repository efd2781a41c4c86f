import { AppError } from "../error"
import { newestSecret, same, secretVersions, sign } from "../secret"
import { table, unlessRefused } from "../table"
import { days, epoch } from "../time"

export type Answer = { status: number; body: string }

/** Longer than a request may run: then whoever was answering is gone, and the key is free again. */
const answerSeconds = 60

/**
 * Does a write once a key: the same request again gets the first answer, kept for 24 hours.
 * @param actor whose key it is
 * @param key the caller's Idempotency-Key
 * @param request what was asked (method, path, body): another request under the same key is refused
 * @throws AppError `unprocessable` for another request, `conflict` while the first is still being answered
 */
export async function once(
  actor: string,
  key: string,
  request: string,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const rows = table().idempotency
  // Keyed, because a request may carry a password.
  const hash = sign(newestSecret("TokenKey").value, request)
  const claim = rows
    .put({ actor, key, request: hash, expires: epoch(answerSeconds) })
    .where((row, { notExists, lt }) => `${notExists(row.request)} OR ${lt(row.expires, epoch())}`)
  if (!(await unlessRefused(claim.go()))) return earlier(actor, key, request)
  let first: Answer
  try {
    first = await answer()
  } catch (error) {
    // Nothing was answered, so the key is free again.
    await rows.delete({ actor, key }).go()
    throw error
  }
  await rows.put({ actor, key, request: hash, answer: JSON.stringify(first), expires: epoch(days(1)) }).go()
  return first
}

async function earlier(actor: string, key: string, request: string): Promise<Answer> {
  const { data } = await table().idempotency.get({ actor, key }).go({ consistent: true })
  const asked = secretVersions("TokenKey").map(({ value }) => sign(value, request))
  if (data && !asked.some((hash) => same(hash, data.request)))
    throw new AppError("unprocessable", { reason: "idempotency_key_reused" })
  if (!data?.answer) throw new AppError("conflict", { reason: "still_answering", retryAfter: 1 })
  return JSON.parse(data.answer) as Answer
}

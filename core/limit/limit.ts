import { createHash } from "node:crypto"
import { AppError } from "../error"
import { addFields } from "../log"
import { table, unlessRefused } from "../table"
import { epoch } from "../time"

/**
 * Counts one more of something and refuses what exceeds a limit. Windows are fixed, so a count costs one write.
 * @param what a name and whom it is counted for, e.g. `["sign-in", address]`; only a hash is stored
 * @param max how many are allowed in one window
 * @param seconds the length of a window
 * @param reason key of a sentence that says more than "too often"; it may mention `maximum` and `days`
 * @returns how many there were in this window, this one included
 * @throws AppError `rate_limited` with the seconds until the next window
 */
export async function limit(
  what: readonly string[],
  max: number,
  seconds: number,
  reason?: string,
): Promise<number> {
  const window = windowOf(seconds)
  const key = keyOf(what)
  const counted = await unlessRefused(
    table()
      .rateLimit.update({ key, window })
      .add({ count: 1 })
      .set({ expires: (window + 2) * seconds })
      .where(({ count }, { notExists, lt }) => `${notExists(count)} OR ${lt(count, max)}`)
      .go({ response: "all_new" }),
  )
  if (counted) return counted.data?.count ?? max
  addFields({ limit: what[0] })
  const retryAfter = Math.max(1, (window + 1) * seconds - epoch())
  throw new AppError("rate_limited", { retryAfter, params: { maximum: max }, ...(reason ? { reason } : {}) })
}

/** Takes back one that was counted a moment ago: it was none of what is limited. */
export async function uncount(what: readonly string[], seconds: number): Promise<void> {
  const window = windowOf(seconds)
  await unlessRefused(
    table()
      .rateLimit.patch({ key: keyOf(what), window })
      .subtract({ count: 1 })
      .go(),
  )
}

const windowOf = (seconds: number) => Math.floor(epoch() / seconds)

const keyOf = (what: readonly string[]) =>
  createHash("sha256").update(what.join("\n")).digest("base64url").slice(0, 32)

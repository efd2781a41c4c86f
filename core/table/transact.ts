import { setTimeout as sleep } from "node:timers/promises"
import { AppError } from "../error"
import { newId } from "../id"
import { service } from "./table"

type Write = ReturnType<typeof service>["transaction"]["write"]
type Build = Parameters<Write>[0]
export type Entities = Parameters<Build>[0]
type Items = ReturnType<Build>

/** Why each item of a cancelled transaction was refused, in the order written; `None` for the innocent. */
export type Refusals = readonly string[]

/**
 * Writes all items or none. Conflicts with other transactions are tried again under one client token.
 * @param build gives the items
 * @param conflicted is told of every conflict with another transaction
 * @returns undefined when written, else why each item was refused (`ConditionalCheckFailed` or `None`)
 * @throws AppError `unavailable` when it stays in conflict; Error when an item cannot be written at all
 */
export async function transact(
  build: (t: Entities) => Items,
  conflicted: () => void = () => {},
): Promise<Refusals | undefined> {
  const token = newId("session").slice(4)
  // Built once: the same client token has to stand for the same items, random ones and times included.
  let items: Items | undefined
  const write = service().transaction.write((t) => {
    items ??= build(t)
    return items
  })
  for (let attempt = 0; attempt < 6; attempt++) {
    const result = await write.go({ token })
    if (!result.canceled) return undefined
    const codes = (result.data as readonly { code?: string }[]).map((item) => item?.code ?? "None")
    if (!codes.some((code) => transient.has(code))) {
      // No condition said so: taken for a refusal that nobody asks after, it would pass for written.
      const fault = codes.find((code) => code !== "None" && code !== refused)
      if (fault) throw new Error(`The table cancelled a transaction: ${fault}`)
      return codes
    }
    conflicted()
    await sleep(Math.random() * 20 * 2 ** attempt)
  }
  throw new AppError("unavailable", { retryAfter: 1 })
}

const transient = new Set(["TransactionConflict", "ProvisionedThroughputExceeded", "ThrottlingError"])

export const refused = "ConditionalCheckFailed"

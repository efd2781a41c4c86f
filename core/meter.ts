import { AsyncLocalStorage } from "node:async_hooks"

/** What a call uses that is billed by use, and what it waits for. */
export type Spent = {
  /** Request units of the table, indexes included, as DynamoDB reports them. */
  readUnits: number
  writeUnits: number
  /** Requests to storage: those that read, and those that write or list. Removing is free. */
  storageReads: number
  storageWrites: number
  mails: number
  /** Milliseconds that calls of the table and of storage took; what runs at the same time counts for each. */
  tableTime: number
  storageTime: number
}

const nothing = (): Spent => ({
  readUnits: 0,
  writeUnits: 0,
  storageReads: 0,
  storageWrites: 0,
  mails: 0,
  tableTime: 0,
  storageTime: 0,
})
const scope = new AsyncLocalStorage<Spent>()
let elsewhere = nothing()

/** Runs a call that is to know what it used: see {@link spent}. */
export const metered = <T>(run: () => T): T => scope.run(nothing(), run)

/** Notes a use, for the call that is worked on. */
export function spend(part: keyof Spent, amount = 1): void {
  const call = scope.getStore() ?? elsewhere
  call[part] += amount
}

/** What the call has used until now, for its line in the log; what it did not use is absent. */
export const spent = (): Partial<Spent> => used(scope.getStore() ?? nothing())

/** What was used outside every call since the last time, as pages do: Next gives them no frame of their own. */
export function takeElsewhere(): Partial<Spent> {
  const taken = used(elsewhere)
  elsewhere = nothing()
  return taken
}

const used = (all: Spent): Partial<Spent> =>
  Object.fromEntries(Object.entries(all).filter(([, amount]) => amount > 0))

/** Runs something whose time is noted. */
export async function timed<T>(part: "tableTime" | "storageTime", run: () => Promise<T>): Promise<T> {
  const began = performance.now()
  try {
    return await run()
  } finally {
    spend(part, Math.ceil(performance.now() - began))
  }
}

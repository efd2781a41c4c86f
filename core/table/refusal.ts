/** Whether a single write was refused by its condition. ElectroDB wraps the SDK's error as its cause. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Error && (error.cause as Error | undefined)?.name === "ConditionalCheckFailedException"

/** Gives undefined where the condition of a single write refused it; other errors are thrown on. */
export async function unlessRefused<T>(write: Promise<T>): Promise<T | undefined> {
  try {
    return await write
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}

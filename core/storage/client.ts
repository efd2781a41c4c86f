import { S3Client, S3ServiceException } from "@aws-sdk/client-s3"
import { log } from "../log"
import { spend, timed } from "../meter"

/**
 * The one client of storage. Without WHEN_REQUIRED a signed URL would carry the checksum of an empty body.
 */
export const s3 = new S3Client({
  requestChecksumCalculation: "WHEN_REQUIRED",
  responseChecksumValidation: "WHEN_REQUIRED",
  maxAttempts: 4,
})

/** What storage answers when something is not there, or not any more: whoever asked knows what to do. */
const answers = [304, 404, 409, 412]

/** Reads, and what writes or lists, have a price each; removing has none. */
function billedAs(command: string) {
  if (/^(Get|Head)/.test(command)) return "storageReads" as const
  return /^(Delete|Abort)/.test(command) ? undefined : ("storageWrites" as const)
}

// A failure of storage is logged where it happens, whoever called and whatever becomes of it.
s3.middlewareStack.add(
  (next, { commandName = "Command" }) =>
    async (args) => {
      const kind = billedAs(commandName)
      if (kind) spend(kind)
      try {
        return await timed("storageTime", () => next(args))
      } catch (error) {
        const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined
        const what = `S3 ${commandName.replace(/Command$/, "")} failed`
        if (!answers.includes(status ?? 0)) log.error(what, { error: error as Error })
        throw error
      }
    },
  { step: "initialize", priority: "high", name: "log-failures" },
)

import type { S3Event } from "aws-lambda"
import { log, logged } from "../core/log"
import { giveUp } from "../core/photo/give-up"
import { Storage } from "../core/storage"

/** What Lambda sends to a failure destination: the event that failed, and how often it was tried. */
export type FailedInvocation = {
  requestContext: { requestId: string; condition: string }
  requestPayload: unknown
}

/** Every try of a photo failed: its owner reads that, and may try again. */
export const handler = logged(async ({ requestContext, requestPayload }: FailedInvocation): Promise<void> => {
  for (const { s3 } of (requestPayload as S3Event).Records) {
    const key = Storage.parseKey(decodeURIComponent(s3.object.key.replaceAll("+", " ")))
    if (key?.kind !== "incoming") continue
    log.error("photo given up", { photo_id: key.photoId, state: "failed", reason: requestContext.condition })
    await giveUp(key.photoId, requestContext.requestId)
  }
})

import type { Context, S3Event, S3EventRecord } from "aws-lambda"
import { log } from "../core/log"
import { receive } from "../core/photo/receive"
import { Storage } from "../core/storage"

/**
 * A photo's bytes arrived in `incoming/`. S3 sends one record an event; a throw makes Lambda deliver it again.
 */
export async function handler(event: S3Event, context: Pick<Context, "awsRequestId">): Promise<void> {
  log.appendKeys({ function_request_id: context.awsRequestId })
  for (const record of event.Records) await arrived(record, context.awsRequestId)
}

async function arrived({ s3, eventName }: S3EventRecord, deliveryId: string): Promise<void> {
  const key = Storage.parseKey(decodeURIComponent(s3.object.key.replaceAll("+", " ")))
  if (key?.kind !== "incoming" || !eventName.startsWith("ObjectCreated:")) return
  await receive({
    userId: key.userId,
    photoId: key.photoId,
    byteLength: s3.object.size,
    sequencer: s3.object.sequencer,
    deliveryId,
  })
}

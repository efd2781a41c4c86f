import type { S3Event, S3EventRecord } from "aws-lambda"
// Past the door, as the function needs no more of drills.
import { isPoison } from "../core/drill/poison"
import { logged } from "../core/log"
import { receive } from "../core/photo/receive"
import { Storage } from "../core/storage"

/**
 * A photo's bytes arrived in `incoming/`. S3 sends one record an event; a throw makes Lambda deliver it again.
 */
export const handler = logged(async (event: S3Event, requestId): Promise<void> => {
  for (const record of event.Records) await arrived(record, requestId)
})

async function arrived({ s3, eventName, eventTime }: S3EventRecord, deliveryId: string): Promise<void> {
  const name = decodeURIComponent(s3.object.key.replaceAll("+", " "))
  if (isPoison(name)) return
  const key = Storage.parseKey(name)
  if (key?.kind !== "incoming" || !eventName.startsWith("ObjectCreated:")) return
  await receive({
    userId: key.userId,
    photoId: key.photoId,
    byteLength: s3.object.size,
    sequencer: s3.object.sequencer,
    arrivedAt: eventTime,
    deliveryId,
  })
}

import { ListMultipartUploadsCommand, type ListMultipartUploadsCommandOutput } from "@aws-sdk/client-s3"
import { s3 } from "./client"
import { abortUpload, type OpenUpload } from "./multipart"

type Listed = ListMultipartUploadsCommandOutput | undefined

/** The uploads in parts that are open below a prefix, and when each began; a page at a time. */
export async function* openUploads(
  bucket: string,
  prefix: string,
): AsyncGenerator<(OpenUpload & { begunAt: string })[]> {
  const list = (after?: Listed) =>
    s3.send(
      new ListMultipartUploadsCommand({
        Bucket: bucket,
        Prefix: prefix,
        KeyMarker: after?.NextKeyMarker,
        UploadIdMarker: after?.NextUploadIdMarker,
      }),
    )
  let page: Listed = await list()
  while (page) {
    // Before this page is given away: where its last upload is aborted, there is nothing to go on after.
    const next: Listed = page.IsTruncated ? await list(page) : undefined
    yield (page.Uploads ?? []).map(({ Key = "", UploadId = "", Initiated = new Date() }) => ({
      bucket,
      key: Key,
      uploadId: UploadId,
      begunAt: Initiated.toISOString(),
    }))
    page = next
  }
}

/** Aborts every open upload of an object. */
export async function abortAll(bucket: string, key: string): Promise<void> {
  for await (const page of openUploads(bucket, key)) await Promise.all(page.map(abortUpload))
}

import { getBucketLocation, headBucket, listBuckets } from "../bucket/buckets"
import { listObjectsV2, listObjectVersions } from "../bucket/list-objects"
import { abortUpload } from "../multipart/abort-upload"
import { completeUpload } from "../multipart/complete-upload"
import { createUpload } from "../multipart/create-upload"
import { listParts, listUploads } from "../multipart/list-uploads"
import { uploadPart, uploadPartCopy } from "../multipart/upload-part"
import { copyObject } from "../object/copy-object"
import { deleteObject } from "../object/delete-object"
import { deleteObjects } from "../object/delete-objects"
import { getObject, headObject } from "../object/get-object"
import { putObject } from "../object/put-object"
import { S3Error } from "./error"
import type { Operation, S3Request } from "./types"

/** What selects an operation beside the method and what the path names. `copy` stands for a copy source header. */
const SELECTORS = ["list-type", "versions", "uploads", "location", "delete", "uploadId", "copy"]

/** Parts of S3 that are not here. Without this list, `PUT ?acl` would overwrite the object. */
const UNSUPPORTED = [
  "accelerate",
  "acl",
  "analytics",
  "attributes",
  "cors",
  "encryption",
  "intelligent-tiering",
  "inventory",
  "legal-hold",
  "lifecycle",
  "logging",
  "metrics",
  "notification",
  "object-lock",
  "ownershipControls",
  "policy",
  "policyStatus",
  "publicAccessBlock",
  "replication",
  "requestPayment",
  "restore",
  "retention",
  "select",
  "tagging",
  "torrent",
  "versioning",
  "website",
]

const OPERATIONS: Record<string, Operation> = {
  "GET service": listBuckets,
  "HEAD bucket": headBucket,
  "GET bucket location": getBucketLocation,
  "GET bucket list-type": listObjectsV2,
  "GET bucket versions": listObjectVersions,
  "GET bucket uploads": listUploads,
  "POST bucket delete": deleteObjects,
  "GET object": getObject,
  "HEAD object": headObject,
  "PUT object": putObject,
  "PUT object copy": copyObject,
  "DELETE object": deleteObject,
  "POST object uploads": createUpload,
  "PUT object uploadId": uploadPart,
  "PUT object uploadId copy": uploadPartCopy,
  "GET object uploadId": listParts,
  "POST object uploadId": completeUpload,
  "DELETE object uploadId": abortUpload,
}

/**
 * Finds the operation a request asks for.
 * @throws S3Error `NotImplemented` for what S3 has and this server has not, `MethodNotAllowed` for other methods.
 */
export function routeOf(request: S3Request): Operation {
  const { method, bucket, key, query, headers } = request
  const unsupported = UNSUPPORTED.find((name) => query.has(name))
  const subject = bucket === "" ? "service" : key === "" ? "bucket" : "object"
  const selected = SELECTORS.filter((name) =>
    name === "copy" ? headers["x-amz-copy-source"] !== undefined : query.has(name),
  )
  const operation = OPERATIONS[[method, subject, ...selected].join(" ")]
  if (operation && !unsupported) return operation
  if (["GET", "HEAD", "PUT", "POST", "DELETE"].includes(method)) {
    throw new S3Error(
      "NotImplemented",
      "A header or parameter you provided implies functionality that is not implemented",
    )
  }
  throw new S3Error("MethodNotAllowed", "The specified method is not allowed against this resource.")
}

import type { Reply, S3Context, S3Request } from "../http/types"

/** ListBuckets. */
export function listBuckets(_request: S3Request, context: S3Context): Reply {
  const content = {
    Owner: { ID: "LOCAL", DisplayName: "local" },
    Buckets: { Bucket: context.buckets.map((Name) => ({ Name, CreationDate: context.started })) },
  }
  return { xml: { root: "ListAllMyBucketsResult", content } }
}

/** HeadBucket. */
export function headBucket(_request: S3Request, context: S3Context): Reply {
  return { headers: { "x-amz-bucket-region": context.region } }
}

/** GetBucketLocation: us-east-1 is written as nothing, as S3 does. */
export function getBucketLocation(_request: S3Request, context: S3Context): Reply {
  const place = context.region === "us-east-1" ? "" : context.region
  return { xml: { root: "LocationConstraint", content: { "#text": place } } }
}

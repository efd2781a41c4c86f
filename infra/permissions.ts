import { functions } from "../core/dead-letter/dead-letter.schema"
import { router } from "./cdn"
import { accountId, named, settings } from "./stage"
import { evidence, media, originals } from "./storage"
import { table } from "./table"
import { escalationTopics } from "./topics"

export type Statement =
  NonNullable<sst.aws.FunctionArgs["permissions"]> extends $util.Input<(infer S)[]> ? S : never

const reads = ["GetItem", "BatchGetItem", "Query"]
const writes = ["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "ConditionCheckItem"]
const dynamo = (actions: string[]) => actions.map((action) => `dynamodb:${action}`)

/** May read and write the table, one item or one query at a time: no scan, and nothing of the table itself. */
export const mayUseTable = [
  { actions: dynamo(reads), resources: [table.arn, $interpolate`${table.arn}/index/*`] },
  { actions: dynamo(writes), resources: [table.arn] },
  // What was done stays written: an entry of the audit is put once.
  {
    effect: "deny" as const,
    actions: dynamo(["UpdateItem", "DeleteItem", "BatchWriteItem"]),
    resources: [table.arn],
    conditions: [{ test: "ForAnyValue:StringLike", variable: "dynamodb:LeadingKeys", values: ["AUDIT#*"] }],
  },
] satisfies Statement[]

/** May change items of the table, and read nothing. */
export const mayUpdateTable = [
  { actions: dynamo(["UpdateItem"]), resources: [table.arn] },
] satisfies Statement[]

const s3 = (actions: string[]) => actions.map((action) => `s3:${action}`)
/** Below prefixes of a bucket. */
const on = (bucket: sst.aws.Bucket, prefixes: string[], actions: string[]): Statement => ({
  actions: s3(actions),
  resources: prefixes.map((prefix) => $interpolate`${bucket.arn}/${prefix}/*`),
})
const onBucket = (bucket: sst.aws.Bucket, actions: string[]): Statement => ({
  actions: s3(actions),
  resources: [bucket.arn],
})

/** Every version goes with its object. */
const removal = ["DeleteObject", "DeleteObjectVersion"]

/** What each function does with the buckets. Without ListBucket, what is missing looks like what is forbidden. */
export const onPhotos: Record<string, Statement[]> = {
  server: [
    on(
      originals,
      ["incoming"],
      ["GetObject", "PutObject", "ListMultipartUploadParts", "AbortMultipartUpload"],
    ),
    on(originals, ["kept"], ["GetObject", "PutObject"]),
    on(originals, ["exports"], ["GetObject"]),
    on(originals, ["imports"], ["GetObject", "PutObject", "ListMultipartUploadParts"]),
    on(media, ["private"], ["GetObject", "PutObject"]),
    on(media, ["public", "status"], ["GetObject"]),
    onBucket(originals, ["ListBucket"]),
    onBucket(media, ["ListBucket"]),
  ],
  process: [
    on(originals, ["incoming"], ["GetObject", ...removal]),
    on(originals, ["kept"], ["PutObject", ...removal]),
    on(media, ["private"], ["PutObject", ...removal]),
    on(media, ["public"], removal),
    onBucket(originals, ["ListBucket", "ListBucketVersions"]),
    onBucket(media, ["ListBucketVersions"]),
  ],
  follow: [
    on(originals, ["incoming"], [...removal, "AbortMultipartUpload"]),
    // Read for what is quarantined, whose original is kept under lock.
    on(originals, ["kept"], ["GetObject", ...removal]),
    // Put, and neither read nor taken away: what is there stays as it is.
    on(evidence, ["audit", "quarantine"], ["PutObject"]),
    on(originals, ["exports"], [...removal, "AbortMultipartUpload"]),
    on(media, ["private"], ["GetObject", ...removal]),
    on(media, ["public"], ["PutObject", ...removal]),
    onBucket(originals, ["ListBucketVersions", "ListBucketMultipartUploads"]),
    onBucket(media, ["ListBucket", "ListBucketVersions"]),
  ],
  sweep: [
    on(
      originals,
      ["incoming"],
      ["GetObject", "PutObject", "ListMultipartUploadParts", "AbortMultipartUpload"],
    ),
    onBucket(originals, ["ListBucket", "ListBucketMultipartUploads"]),
  ],
  background: [
    on(originals, ["kept"], ["GetObject"]),
    on(originals, ["exports"], ["GetObject", "PutObject", ...removal, "AbortMultipartUpload"]),
    // Archives are read where they arrived, and each photo in them is left where uploads arrive.
    on(originals, ["imports"], ["GetObject", "PutObject", ...removal, "AbortMultipartUpload"]),
    on(originals, ["incoming"], ["PutObject"]),
    on(media, ["private"], ["GetObject"]),
    onBucket(originals, ["ListBucket", "ListBucketVersions", "ListBucketMultipartUploads"]),
    onBucket(media, ["ListBucket"]),
  ],
}

/** May read and write the status page. That there is none yet can be told from being forbidden by ListBucket alone. */
export const mayWriteStatus: Statement[] = [
  on(media, ["status"], ["GetObject", "PutObject"]),
  onBucket(media, ["ListBucket"]),
]

/** Functions whose dead letters are sent again from the browser; the table's stream is read by an operator alone. */
const calledAgain = functions.filter((name) => name !== "table-changed")
const sqs = (actions: string[]) => actions.map((action) => `sqs:${action}`)
const here = (service: string, thing: string) =>
  $interpolate`arn:aws:${service}:${settings.region}:${accountId}:${thing}`

/** May look at every dead letter, forget it, and leave it with its function again: for the pages of who runs the site. */
export const onDeadLetters: Statement[] = [
  {
    actions: sqs([
      "GetQueueUrl",
      "GetQueueAttributes",
      "ReceiveMessage",
      "ChangeMessageVisibility",
      "DeleteMessage",
    ]),
    resources: functions.map((name) => here("sqs", named(`${name}-dead-letters`))),
  },
  {
    actions: ["lambda:InvokeFunction"],
    resources: calledAgain.map((name) => here("lambda", `function:${named(name)}`)),
  },
]

/** May tell those whom incidents go to. */
export const mayEscalate: Statement[] =
  escalationTopics.length > 0 ? [{ actions: ["sns:Publish"], resources: escalationTopics }] : []

/** May make the CDN forget paths, and ask whether it has. */
export const mayInvalidate: Statement = {
  actions: ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"],
  resources: [router._distributionArn],
}

/** What core/cost sums up. */
const metered = [
  "api",
  "image-processing",
  "photo-given-up",
  "table-changed",
  "every-minute",
  "background",
  "digest",
  "housekeeping",
]

/** May read the logs of the functions that are metered. */
export const mayReadLogs = {
  actions: ["logs:FilterLogEvents"],
  resources: metered.map(
    (name) =>
      $interpolate`arn:aws:logs:${settings.region}:${accountId}:log-group:/aws/lambda/${named(name)}:*`,
  ),
} satisfies Statement

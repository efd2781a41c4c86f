import { readableByCdn, router, siteUrl } from "./cdn"
import { isProduction } from "./stage"

/** What is in production's buckets is not removed with the stage. */
const bucket = { forceDestroy: !isProduction }

const abandonedParts = {
  id: "abandoned-parts",
  status: "Enabled",
  abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
}

/** What people sent, as they sent it. Nobody reads it but its owner, through a signed address. */
export const originals = new sst.aws.Bucket("Originals", {
  versioning: true,
  cors: {
    // Reading as well: an album is packed into one file in the browser.
    allowMethods: ["GET", "PUT", "POST"],
    allowOrigins: siteUrl.apply((site) => [site]),
    allowHeaders: ["content-type", "x-amz-checksum-sha256"],
    exposeHeaders: ["ETag"],
    maxAge: "1 hour",
  },
  lifecycle: [{ id: "incoming", prefix: "incoming/", expiresIn: "1 day" }],
  transform: {
    bucket,
    lifecycle: (args) => {
      args.rules = $output(args.rules).apply((rules) => [
        ...(rules ?? []),
        {
          id: "old-versions",
          status: "Enabled",
          filter: { prefix: "" },
          noncurrentVersionExpiration: { noncurrentDays: 30 },
          expiration: { expiredObjectDeleteMarker: true },
        },
        {
          id: "archives",
          status: "Enabled",
          filter: { prefix: "exports/" },
          // A day longer than they may be made for and then be offered.
          expiration: { days: 22 },
          noncurrentVersionExpiration: { noncurrentDays: 1 },
        },
        {
          id: "imports",
          status: "Enabled",
          filter: { prefix: "imports/" },
          // An archive goes when its import ends; one of years may wait for its days.
          expiration: { days: 30 },
          noncurrentVersionExpiration: { noncurrentDays: 1 },
          // So long somebody may take to send one.
          abortIncompleteMultipartUpload: { daysAfterInitiation: 14 },
        },
        // Not for all prefixes: of two rules the shorter time would hold.
        ...["incoming/", "exports/"].map((prefix, i) => ({
          ...abandonedParts,
          id: `${abandonedParts.id}-${i + 1}`,
          filter: { prefix },
        })),
      ])
    },
  },
})

/** The variants, and the status page. The CDN reads what is for everybody, and nothing else of it. */
export const media = new sst.aws.Bucket("Media", {
  cors: {
    allowMethods: ["GET"],
    allowOrigins: siteUrl.apply((site) => [site]),
    allowHeaders: [],
    maxAge: "1 hour",
  },
  policy: [readableByCdn(["public/*", "status/*"])],
  lifecycle: [{ id: "abandoned-parts", enabled: true }],
  transform: {
    bucket,
    lifecycle: (args) => {
      args.rules = [{ ...abandonedParts, filter: { prefix: "" } }]
    },
  },
})

/** Logs that `ops security preserve` locks away. It has to be made with the lock: that cannot be turned on later. */
export const evidence = new sst.aws.Bucket("Evidence", {
  cors: false,
  versioning: true,
  transform: { bucket: { ...bucket, objectLockEnabled: true } },
})

// Also what somebody puts there by hand is kept.
new aws.s3.BucketObjectLockConfiguration("EvidenceLock", {
  bucket: evidence.nodes.bucket.bucket,
  rule: {
    defaultRetention: { mode: isProduction ? "COMPLIANCE" : "GOVERNANCE", days: isProduction ? 365 : 1 },
  },
})

const all = { Originals: originals, Media: media, Evidence: evidence }
for (const [name, { nodes }] of Object.entries(all)) {
  new aws.s3.BucketServerSideEncryptionConfiguration(`${name}Encryption`, {
    bucket: nodes.bucket.bucket,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  })
}

/** `/media/public/…` and the status page, which is there also when the app is not. */
const shown: [pattern: string, regex: string, to: string][] = [
  ["/media", "^/media/", "/"],
  ["/status", "^/status/?$", "/status/index.html"],
  ["/status.json", "^/status.json$", "/status/index.json"],
  ["/ja/status", "^/ja/status/?$", "/status/ja/index.html"],
]
for (const [pattern, regex, to] of shown) router.routeBucket(pattern, media, { rewrite: { regex, to } })

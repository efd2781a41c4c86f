import { named, settings } from "./stage"

/** What AWS Config is to look at, where the account records its resources. */
const rules = {
  "s3-not-public-read": "S3_BUCKET_PUBLIC_READ_PROHIBITED",
  "s3-not-public-write": "S3_BUCKET_PUBLIC_WRITE_PROHIBITED",
  "s3-tls-only": "S3_BUCKET_SSL_REQUESTS_ONLY",
  "s3-encrypted": "S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED",
  "table-recoverable": "DYNAMODB_PITR_ENABLED",
  "functions-not-public": "LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED",
  "cdn-tls": "CLOUDFRONT_VIEWER_POLICY_HTTPS",
  "firewall-logs": "WAFV2_LOGGING_ENABLED",
  "no-user-policies": "IAM_USER_NO_POLICIES_CHECK",
  "root-has-no-keys": "IAM_ROOT_ACCESS_KEY_CHECK",
}

if (settings.configRules) {
  for (const [name, sourceIdentifier] of Object.entries(rules)) {
    new aws.cfg.Rule(`Config-${name}`, { name: named(name), source: { owner: "AWS", sourceIdentifier } })
  }
}

import { firewall } from "./firewall"
import { authority } from "./secrets"
import { securityHeaders } from "./security-headers"
import { named, perStage, profile, settings } from "./stage"
import { signInPath, viewerRequest } from "./viewer-request"

/** The first version of the CDN's secret is what it shows; a new one is appended, deployed, and only then put first. */
const secret = authority.CdnSecret.value.apply((versions) => versions.split(",")[0]?.split(":")[1] ?? "")

/** What tells one answer from another: the address with its query, and these. */
const keyHeaders = [
  "x-open-next-cache-key",
  "x-forwarded-host",
  "x-viewer-kind",
  "next-router-segment-prefetch",
]

const domain =
  settings.domain && settings.apiDomain && !$dev
    ? { name: settings.domain, aliases: [settings.apiDomain], cert: settings.certificate }
    : undefined

/**
 * What is sent on of a request to sign in: what that reads, and, of all requests of these alone, where it comes from. The
 * CDN tells places only where a policy names the headers one by one, ten at most; those of the cache's key go along too.
 */
const signingIn = new aws.cloudfront.OriginRequestPolicy("SignInRequests", {
  name: named("sign-in"),
  cookiesConfig: { cookieBehavior: "all" },
  queryStringsConfig: { queryStringBehavior: "all" },
  headersConfig: {
    headerBehavior: "whitelist",
    headers: {
      items: [
        ...["x-cdn-secret", "x-viewer-address", "cloudfront-viewer-country", "cloudfront-viewer-city"],
        ...["content-type", "origin", "user-agent", "accept-language", "x-signed-in-as", "x-request-id"],
      ],
    },
  },
})

/** The CDN with its firewall and its names. */
export const router = new sst.aws.Router("Router", {
  domain,
  protection: "oac",
  waf: profile.firewall && !$dev ? firewall.args : undefined,
  edge: { viewerRequest: { injection: secret.apply(viewerRequest) } },
  transform: {
    waf: firewall.rules,
    wafLogGroup: (group) => {
      group.name = perStage("aws-waf-logs-photo-sharing-app")
    },
    cachePolicy: (policy) => {
      policy.name = named("pages")
      policy.maxTtl = profile.cdnSeconds
      policy.parametersInCacheKeyAndForwardedToOrigin = {
        cookiesConfig: { cookieBehavior: "none" },
        headersConfig: { headerBehavior: "whitelist", headers: { items: keyHeaders } },
        queryStringsConfig: { queryStringBehavior: "all" },
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
      }
    },
    cdn: (cdn) => {
      cdn.transform = { distribution: { httpVersion: "http2and3" } }
      const behavior = $output(cdn.defaultCacheBehavior).apply((made) => ({
        ...made,
        responseHeadersPolicyId: securityHeaders.id,
      }))
      cdn.defaultCacheBehavior = behavior
      // The same in all else: the router's function sends it where everything of the API goes.
      cdn.orderedCacheBehaviors = [
        behavior.apply((made) => ({
          ...made,
          pathPattern: `${signInPath}*`,
          originRequestPolicyId: signingIn.id,
        })),
      ]
    },
  },
})

/** Where people find the site: its domain, else the distribution's own name, else this machine. */
export const siteUrl = $dev ? $output("http://localhost:3000") : router.url

/** Metrics that CloudFront counts only when asked: the cache hit rate, the latency of the origin. */
new aws.cloudfront.MonitoringSubscription("CdnMetrics", {
  distributionId: router.distributionID,
  monitoringSubscription: {
    realtimeMetricsSubscriptionConfig: { realtimeMetricsSubscriptionStatus: "Enabled" },
  },
})

/** Statement of a bucket's policy: this distribution, and nobody else's, may read below these paths. */
export const readableByCdn = (paths: string[]) => ({
  actions: ["s3:GetObject"],
  principals: [{ type: "service" as const, identifiers: ["cloudfront.amazonaws.com"] }],
  paths,
  conditions: [{ test: "StringEquals", variable: "aws:SourceArn", values: [router._distributionArn] }],
})

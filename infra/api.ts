import { router } from "./cdn"
import { named, profile, settings } from "./stage"
import { web } from "./web"

/** Numbers as numbers, and the runbook's names. Its `sourceIp` is the CDN's: the visitor's is in the server's log. */
const accessLog = `{${[
  '"requestTime":"$context.requestTime"',
  '"requestId":"$context.requestId"',
  // Leads to the lines of the server: there it is called function_request_id.
  '"functionRequestId":"$context.integration.requestId"',
  '"httpMethod":"$context.httpMethod"',
  '"path":"$context.path"',
  '"routeKey":"$context.routeKey"',
  '"status":$context.status',
  '"responseTime":$context.responseLatency',
  '"responseLength":$context.responseLength',
  '"integrationLatency":"$context.integration.latency"',
  '"integrationStatus":"$context.integration.status"',
  '"sourceIp":"$context.identity.sourceIp"',
  '"error":"$context.error.message"',
].join(",")}}`

/** The API, before the server's function: it counts, throttles and logs. In `sst dev` the site answers by itself. */
export const api = $dev ? undefined : makeApi()

function makeApi() {
  const made = new sst.aws.ApiGatewayV2("Api", {
    // The site and its API are one origin.
    cors: false,
    accessLog: { retention: profile.logs },
    transform: {
      api: { name: named("api") },
      logGroup: { name: `/aws/apigateway/${named("").slice(0, -1)}` },
      stage: (stage) => {
        stage.defaultRouteSettings = {
          throttlingRateLimit: profile.apiRate,
          throttlingBurstLimit: profile.apiBurst,
          detailedMetricsEnabled: true,
        }
        stage.accessLogSettings = $output(stage.accessLogSettings).apply((log) => ({
          destinationArn: log?.destinationArn ?? "",
          format: accessLog,
        }))
        return undefined
      },
    },
  })
  const server = web.nodes.server?.apply(({ arn }) => arn)
  if (server) {
    made.route("ANY /api/{proxy+}", server)
    made.route("ANY /health", server)
    made.route("POST /share", server)
  }
  // The site's own pages go to the function; every call goes this way, with its body and its Authorization as sent.
  router.route("/api", made.url)
  router.route("/health", made.url)
  // What a phone posts here, the function's own address would refuse: browsers sign no bodies.
  router.route("/share", made.url)
  if (settings.apiDomain) router.route(`${settings.apiDomain}/`, made.url)
  return made
}

/** Where the API is found: its own host, else the site's. */
export const apiUrl = settings.apiDomain && !$dev ? $output(`https://${settings.apiDomain}`) : router.url

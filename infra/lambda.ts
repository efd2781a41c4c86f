import { packagingOf } from "../bundle/packaging"
import { accountId, named, profile, settings } from "./stage"

type Args = sst.aws.FunctionArgs
type Permissions = Exclude<Args["permissions"], undefined>

const tracing = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"

// By itself a link to a table or a bucket allows everything on it. Here it is a name; what a function may do is listed.
sst.Linkable.wrap(sst.aws.Dynamo, ({ name }) => ({ properties: { name } }))
sst.Linkable.wrap(sst.aws.Bucket, ({ name }) => ({ properties: { name } }))

const lambdaAlone = aws.iam.assumeRolePolicyForPrincipal({ Service: "lambda.amazonaws.com" })

/** Whatever makes a function, it is traced, and its role is for Lambda alone and for its own log. */
$transform(sst.aws.Function, (args) => {
  const { role, function: made, ...others } = args.transform ?? {}
  args.policies = $output(args.policies).apply((policies) => [...(policies ?? []), tracing])
  args.transform = {
    ...others,
    role: (roleArgs, opts, name) => {
      if (typeof role === "function") role(roleArgs, opts, name)
      else Object.assign(roleArgs, role)
      // By itself the role trusts the whole account, not in `sst dev` alone, where a developer's machine takes it.
      if (!$dev) roleArgs.assumeRolePolicy = lambdaAlone
      // It may write below every log group there is, and make new ones.
      roleArgs.managedPolicyArns = [tracing]
      return undefined
    },
    function: (functionArgs, opts, name) => {
      if (typeof made === "function") made(functionArgs, opts, name)
      else Object.assign(functionArgs, made)
      functionArgs.tracingConfig = { mode: "Active" }
      return undefined
    },
  }
})

export const logGroupOf = (name: string) => `/aws/lambda/${named(name)}`

const mayLog = (name: string) => ({
  actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
  resources: [$interpolate`arn:aws:logs:${settings.region}:${accountId}:log-group:${logGroupOf(name)}:*`],
})

/** A function of functions/, packed as `npm run bundle` packs it. */
export const fromFile = (file: string) => ({
  handler: `functions/${file}.handler`,
  nodejs: packagingOf(file),
})

/** What every function of the stage has: its name as the runbook writes it, its log, its processor. */
export const common = (name: string, permissions: Permissions) => ({
  name: named(name),
  runtime: "nodejs24.x" as const,
  architecture: "arm64" as const,
  permissions: $output(permissions).apply((statements) => [...statements, mayLog(name)]),
  logging: { retention: profile.logs, format: "json" as const },
  environment: {
    POWERTOOLS_SERVICE_NAME: named("").slice(0, -1),
    POWERTOOLS_METRICS_NAMESPACE: "PhotoSharingApp",
    POWERTOOLS_LOG_LEVEL: profile.logLevel,
  },
  transform: { logGroup: { name: logGroupOf(name) } },
})

import { describe, expect, it } from "vitest"
import { memory } from "../../core/cost/features"
import { functions } from "../../core/dead-letter/dead-letter.schema"
import { allowedTo, inlineOf, roleOf, statementsOf } from "./policy"
import { evaluatedStages, kinds } from "./stages"

const stages = evaluatedStages()
const { production } = stages
const tracing = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"

const reads = ["GetItem", "BatchGetItem", "Query"]
const writes = ["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "ConditionCheckItem"]
const table = [
  ...reads.flatMap((action) => [
    `dynamodb:${action} dynamodb:table/table`,
    `dynamodb:${action} dynamodb:table/table/index/*`,
  ]),
  ...writes.map((action) => `dynamodb:${action} dynamodb:table/table`),
]
const log = (name: string) =>
  ["CreateLogStream", "PutLogEvents"].map((action) => `logs:${action} logs:log-group:/aws/lambda/${name}:*`)
const dead = (name: string) => `sqs:SendMessage sqs:${name}-dead-letters`
const s3 = (where: string, ...actions: string[]) => actions.map((action) => `s3:${action} ${where}`)
const removal = ["DeleteObject", "DeleteObjectVersion"]
const parts = ["ListMultipartUploadParts", "AbortMultipartUpload"]
const mail = ["identity/photos.example", "identity/no-reply@photos.example", "configuration-set/mail"].map(
  (what) => `ses:SendEmail ses:${what}`,
)
const invalidate = ["CreateInvalidation", "GetInvalidation"].map(
  (action) => `cloudfront:${action} cloudfront:distribution/EROUTERCDNDISTRIBUTION`,
)
const status = [...s3("media/status/*", "GetObject", "PutObject"), ...s3("media", "ListBucket")]
const stream = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"].map(
  (action) => `dynamodb:${action} dynamodb:table/table/stream/2026-01-01T00:00:00.000`,
)

/** The server lets those who run the site look at dead letters and send them again, but not read the table's stream. */
const deadLetters = functions.flatMap((name) => [
  ...["GetQueueUrl", "GetQueueAttributes", "ReceiveMessage", "ChangeMessageVisibility", "DeleteMessage"].map(
    (action) => `sqs:${action} sqs:${name}-dead-letters`,
  ),
  ...(name === "table-changed" ? [] : [`lambda:InvokeFunction lambda:function:${name}`]),
])

/** All that each function may do. What is new here has to be asked for. */
const allowed: Record<string, string[]> = {
  api: [
    ...table,
    ...s3("originals/incoming/*", "GetObject", "PutObject", ...parts),
    ...s3("originals/kept/*", "GetObject", "PutObject"),
    ...s3("originals/exports/*", "GetObject"),
    ...s3("originals/imports/*", "GetObject", "PutObject", "ListMultipartUploadParts"),
    ...s3("media/private/*", "GetObject", "PutObject"),
    ...s3("media/public/*", "GetObject"),
    ...s3("media/status/*", "GetObject"),
    ...s3("originals", "ListBucket"),
    ...s3("media", "ListBucket"),
    ...deadLetters,
  ],
  "image-processing": [
    ...table,
    ...s3("originals/incoming/*", "GetObject", ...removal),
    ...s3("originals/kept/*", "PutObject", ...removal),
    ...s3("media/private/*", "PutObject", ...removal),
    ...s3("media/public/*", ...removal),
    ...s3("originals", "ListBucket", "ListBucketVersions"),
    ...s3("media", "ListBucketVersions"),
    "lambda:InvokeFunction lambda:function:photo-given-up",
    dead("image-processing"),
  ],
  "photo-given-up": ["dynamodb:UpdateItem dynamodb:table/table", dead("photo-given-up")],
  "table-changed": [
    ...table,
    ...stream,
    ...s3("originals/incoming/*", ...removal, "AbortMultipartUpload"),
    ...s3("originals/kept/*", "GetObject", ...removal),
    ...s3("evidence/audit/*", "PutObject"),
    ...s3("evidence/quarantine/*", "PutObject"),
    ...s3("originals/exports/*", ...removal, "AbortMultipartUpload"),
    ...s3("media/private/*", "GetObject", ...removal),
    ...s3("media/public/*", "PutObject", ...removal),
    ...s3("originals", "ListBucketVersions", "ListBucketMultipartUploads"),
    ...s3("media", "ListBucket", "ListBucketVersions"),
    ...mail,
    ...invalidate,
    dead("table-changed"),
  ],
  "every-minute": [...table, ...invalidate, "sns:Publish sns:escalation-1", dead("every-minute")],
  background: [
    ...table,
    ...s3("originals/kept/*", "GetObject"),
    ...s3("originals/exports/*", "GetObject", "PutObject", ...removal, "AbortMultipartUpload"),
    ...s3("originals/imports/*", "GetObject", "PutObject", ...removal, "AbortMultipartUpload"),
    ...s3("originals/incoming/*", "PutObject"),
    ...s3("originals", "ListBucket", "ListBucketVersions", "ListBucketMultipartUploads"),
    ...s3("media/private/*", "GetObject"),
    ...s3("media", "ListBucket"),
    ...mail,
    dead("background"),
  ],
  digest: [...table, ...mail, dead("digest")],
  housekeeping: [
    ...table,
    ...s3("originals/incoming/*", "GetObject", "PutObject", ...parts),
    ...s3("originals", "ListBucket", "ListBucketMultipartUploads"),
    ...Object.keys(memory).map((name) => `logs:FilterLogEvents logs:log-group:/aws/lambda/${name}:*`),
    ...status,
    dead("housekeeping"),
  ],
  canary: [...status, dead("canary")],
  "unused-image-optimizer": [],
}

it("there are the functions that somebody thought about", () => {
  const names = production
    .lambdas()
    .map(({ inputs }) => inputs.name.replace("photo-sharing-app-production-", ""))
  expect(names.sort()).toEqual(Object.keys(allowed).sort())
})

it.each(Object.entries(allowed))("%s may do what it does, and no more", (name, wanted) => {
  expect(allowedTo(production, name)).toEqual([...wanted, ...log(name)].sort())
})

it("mails go out as the stage's sender alone", () => {
  for (const name of ["table-changed", "digest"]) {
    const statements = inlineOf(roleOf(production, production.lambda(name).inputs.role))
    const sending = statements.find(({ Action }) => Action.includes("ses:SendEmail"))
    expect(sending?.Condition).toEqual({ StringEquals: { "ses:FromAddress": ["no-reply@photos.example"] } })
  }
})

it("nobody changes or removes an entry of the audit", () => {
  const users = [
    "api",
    "image-processing",
    "table-changed",
    "every-minute",
    "background",
    "digest",
    "housekeeping",
  ]
  for (const name of users) {
    const denied = inlineOf(roleOf(production, production.lambda(name).inputs.role)).filter(
      ({ Effect }) => Effect === "Deny",
    )
    expect(denied, name).toEqual([
      expect.objectContaining({
        Action: ["dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"],
        Condition: { "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": ["AUDIT#*"] } },
      }),
    ])
  }
})

/** Resources with an asterisk, and why there is no narrower one. */
const reasons: [pattern: RegExp, why: string][] = [
  [
    /\/(incoming|kept|exports|imports|private|public|audit|quarantine)\/\*$/,
    "keys hold the ids of photos and people",
  ],
  [/\/status\/\*$/, "the status page's few objects"],
  [/:table\/[\w-]+\/index\/\*$/, "each of the three indexes"],
  [/:log-group:\/aws\/lambda\/[\w-]+:\*$/, "each stream of one log"],
]

describe.each([...kinds, "dev"] as const)("%s", (kind) => {
  const graph = stages[kind]
  const roles = graph.all("aws:iam/role:Role")

  it("has no action with an asterisk, and no resource with one but for a reason", () => {
    const statements = roles.flatMap(inlineOf).filter(({ Effect }) => Effect === "Allow")
    expect(statements.length).toBeGreaterThan(20)
    // In `sst dev` the platform connects functions with a machine: these are its own.
    const own = statements.filter(({ Action }) => kind !== "dev" || !/^(appsync|s3):\*$/.test(Action.join()))
    expect(own.flatMap(({ Action }) => Action.filter((action) => action.includes("*")))).toEqual([])
    const wide = own.flatMap(({ Resource }) => Resource.filter((where) => where.includes("*")))
    expect(wide.filter((where) => !reasons.some(([pattern]) => pattern.test(where)))).toEqual([])
    for (const [pattern, why] of reasons)
      expect(
        wide.some((where) => pattern.test(where)),
        why,
      ).toBe(true)
  })

  it("has functions that are traced, log as JSON, and run as a role that is for Lambda alone", () => {
    for (const { inputs } of graph.lambdas()) {
      expect(inputs.tracingConfig, inputs.name).toEqual({ mode: "Active" })
      const role = roleOf(graph, inputs.role)
      expect(role.inputs.managedPolicyArns).toEqual([tracing])
      const trusted = statementsOf(role.inputs.assumeRolePolicy).map(({ Principal }) => Principal)
      if (kind !== "dev") expect(trusted, inputs.name).toEqual([{ Service: "lambda.amazonaws.com" }])
      if (kind !== "dev") expect(inputs.loggingConfig, inputs.name).toMatchObject({ logFormat: "JSON" })
    }
  })

  it("keeps every log for a while, under the runbook's names", () => {
    const groups = graph.all("cloudwatch/logGroup:LogGroup")
    const days = { production: 90, staging: 30, development: 7, dev: 7 }[kind]
    for (const { inputs } of groups)
      expect([inputs.name, inputs.retentionInDays]).toEqual([inputs.name, days])
    const names = groups.map(({ inputs }) => inputs.name)
    for (const { inputs } of graph.lambdas().filter(() => kind !== "dev")) {
      expect(names).toContain(`/aws/lambda/${inputs.name}`)
      expect(inputs.loggingConfig.logGroup).toBe(`/aws/lambda/${inputs.name}`)
    }
    if (kind === "dev") return
    const stage = `photo-sharing-app-${kind}`
    expect(names).toEqual(
      expect.arrayContaining([
        `/aws/lambda/${stage}-api`,
        `/aws/lambda/${stage}-image-processing`,
        `/aws/apigateway/${stage}`,
      ]),
    )
  })
})

it("the meter of costs knows how much memory each function has", () => {
  const functions = production.all("aws:lambda/function:Function")
  const known = Object.fromEntries(
    functions.map(({ inputs: { name, memorySize } }) => [
      String(name).replace(/^photo-sharing-app-production-/, ""),
      memorySize,
    ]),
  )
  expect(known).toMatchObject(memory)
})

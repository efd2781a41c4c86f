/** The account that everything is evaluated in. */
export const account = "123456789012"

// biome-ignore lint/suspicious/noExplicitAny: inputs of whatever resource
type Inputs = any
type Answer = Record<string, unknown> & { id?: string }

/** What AWS would say of a resource once it is made; of most, an id and an ARN. */
export function answerOf(type: string, name: string, inputs: Inputs, region: string): Answer {
  const called: string = inputs.name ?? inputs.bucket ?? name
  const arn = (service: string, rest: string, where = region) =>
    `arn:aws:${service}:${where}:${account}:${rest}`
  const answer = special[type]?.({ name, called, inputs, region, arn })
  return (
    answer ?? { arn: arn(type.split(/[:/]/)[1] ?? "", `${type.split(":").at(-1)}/${called}`), name: called }
  )
}

type Of = (made: {
  name: string
  called: string
  inputs: Inputs
  region: string
  arn: (service: string, rest: string, where?: string) => string
}) => Answer

const special: Record<string, Of> = {
  "aws:lambda/function:Function": ({ called, inputs, region, arn }) => {
    const own = arn("lambda", `function:${called}`)
    const path = (version: string, what: string) =>
      `arn:aws:apigateway:${region}:lambda:path/${version}/functions/${own}/${what}`
    return {
      id: called,
      name: called,
      arn: own,
      qualifiedArn: `${own}:1`,
      version: "1",
      codeSha256: "sha",
      publish: inputs.publish ?? false,
      invokeArn: path("2015-03-31", "invocations"),
      responseStreamingInvokeArn: path("2021-11-15", "response-streaming-invocations"),
    }
  },
  "aws:lambda/functionUrl:FunctionUrl": ({ name, region }) => ({
    functionUrl: `https://${name.toLowerCase()}.lambda-url.${region}.on.aws/`,
  }),
  "aws:s3/bucket:Bucket": ({ called, region }) => ({
    id: called,
    bucket: called,
    arn: `arn:aws:s3:::${called}`,
    bucketDomainName: `${called}.s3.amazonaws.com`,
    bucketRegionalDomainName: `${called}.s3.${region}.amazonaws.com`,
  }),
  "aws:s3/bucketObjectv2:BucketObjectv2": ({ inputs }) => ({ id: inputs.key }),
  "aws:dynamodb/table:Table": ({ called, arn, inputs }) => ({
    id: called,
    name: called,
    arn: arn("dynamodb", `table/${called}`),
    streamArn: inputs.streamEnabled
      ? arn("dynamodb", `table/${called}/stream/2026-01-01T00:00:00.000`)
      : undefined,
  }),
  "aws:sqs/queue:Queue": ({ called, region, arn }) => {
    const url = `https://sqs.${region}.amazonaws.com/${account}/${called}`
    return { id: url, url, arn: arn("sqs", called), name: called }
  },
  "aws:sns/topic:Topic": ({ called, arn }) => ({
    id: arn("sns", called),
    arn: arn("sns", called),
    name: called,
  }),
  "aws:iam/role:Role": ({ called }) => ({
    id: called,
    name: called,
    arn: `arn:aws:iam::${account}:role/${called}`,
  }),
  "aws:cloudwatch/logGroup:LogGroup": ({ called, arn }) => ({
    id: called,
    name: called,
    arn: arn("logs", `log-group:${called}`),
  }),
  "aws:cloudwatch/metricAlarm:MetricAlarm": ({ called, arn }) => ({
    id: called,
    arn: arn("cloudwatch", `alarm:${called}`),
  }),
  "aws:cloudfront/distribution:Distribution": ({ name }) => ({
    id: `E${name.toUpperCase()}`,
    arn: `arn:aws:cloudfront::${account}:distribution/E${name.toUpperCase()}`,
    domainName: "d111111abcdef8.cloudfront.net",
    hostedZoneId: "Z2FDTNDATAQYW2",
    etag: "etag",
  }),
  "aws:cloudfront/function:Function": ({ called }) => ({
    arn: `arn:aws:cloudfront::${account}:function/${called}`,
  }),
  "aws:cloudfront/keyValueStore:KeyValueStore": ({ name }) => ({
    arn: `arn:aws:cloudfront::${account}:key-value-store/${name}`,
  }),
  "aws:acm/certificate:Certificate": ({ name, inputs, arn }) => ({
    arn: arn("acm", `certificate/${name}`, "us-east-1"),
    domainValidationOptions: [inputs.domainName, ...(inputs.subjectAlternativeNames ?? [])].map(
      (domainName) => ({
        domainName,
        resourceRecordName: `_x.${domainName}`,
        resourceRecordType: "CNAME",
        resourceRecordValue: "_y.acm-validations.aws",
      }),
    ),
  }),
  "aws:acm/certificateValidation:CertificateValidation": ({ inputs }) => ({
    certificateArn: inputs.certificateArn,
  }),
  "aws:apigatewayv2/api:Api": ({ name, called, region, arn }) => ({
    id: `${name}id`,
    name: called,
    apiEndpoint: `https://${name.toLowerCase()}.execute-api.${region}.amazonaws.com`,
    executionArn: arn("execute-api", `${name}id`),
  }),
  "aws:sesv2/emailIdentity:EmailIdentity": ({ inputs, arn }) => ({
    arn: arn("ses", `identity/${inputs.emailIdentity}`),
    dkimSigningAttributes: { tokens: ["one", "two", "three"] },
  }),
  "aws:wafv2/webAcl:WebAcl": ({ called, arn }) => ({
    arn: arn("wafv2", `global/webacl/${called}/1`, "us-east-1"),
    name: called,
  }),
  "random:index/randomBytes:RandomBytes": ({ inputs }) => ({
    base64: Buffer.alloc(inputs.length, 1).toString("base64"),
  }),
  "pulumi-nodejs:dynamic:Resource": ({ name }) =>
    name.endsWith("HostedZoneLookup") ? { zoneId: "ZONE" } : name.endsWith("Waiter") ? { isDone: true } : {},
}

type Statement = {
  sid?: string
  effect?: string
  actions?: string[]
  resources?: string[]
  principals?: { type: string; identifiers: string[] }[]
  conditions?: { test: string; variable: string; values: string[] }[]
}

/** A policy in the provider's words, as IAM's JSON. */
function policyOf(statements: Statement[] = []) {
  const Statement = statements.map(
    ({ sid, effect = "Allow", principals, actions, resources, conditions }) => ({
      Sid: sid,
      Effect: effect,
      Principal:
        principals && Object.fromEntries(principals.map(({ type, identifiers }) => [type, identifiers])),
      Action: actions,
      Resource: resources,
      Condition: conditions?.length
        ? Object.fromEntries(conditions.map(({ test, variable, values }) => [test, { [variable]: values }]))
        : undefined,
    }),
  )
  return JSON.stringify({ Version: "2012-10-17", Statement })
}

/** What AWS would say to a look-up. One that is not here is a surprise, and fails. */
export const lookUps: Record<string, (inputs: Inputs, region: string) => Answer> = {
  "aws:index/getRegion:getRegion": (_, region) => ({ id: region, region, name: region }),
  "aws:index/getPartition:getPartition": () => ({ id: "aws", partition: "aws", dnsSuffix: "amazonaws.com" }),
  "aws:index/getCallerIdentity:getCallerIdentity": () => ({
    id: account,
    accountId: account,
    arn: `arn:aws:iam::${account}:root`,
    userId: "x",
  }),
  "aws:iam/getPolicyDocument:getPolicyDocument": (inputs) => ({
    ...inputs,
    id: "doc",
    json: policyOf(inputs.statements),
  }),
}

import { readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { functions } from "../../core/dead-letter/dead-letter.schema"
import { maxTries } from "../../local/events/stream-batch"
import { root } from "./platform"
import { evaluatedStages, kinds } from "./stages"

const stages = evaluatedStages()
const { dependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"))

describe.each(kinds)("%s", (kind) => {
  const graph = stages[kind]
  const named = (name: string) => `photo-sharing-app-${kind}-${name}`
  const arnOf = (name: string) => graph.lambda(name).inputs.name
  const queue = (name: string) => `arn:aws:sqs:ap-northeast-1:123456789012:${named(`${name}-dead-letters`)}`
  const invocations = (name: string) =>
    graph
      .all("lambda/functionEventInvokeConfig:FunctionEventInvokeConfig")
      .find(({ inputs }) => inputs.functionName === arnOf(name))?.inputs

  it("processes what arrives: twice more when it fails, so many at once, and then somebody is told", () => {
    const { inputs } = graph.lambda("image-processing")
    const atOnce = { production: 20, staging: 5, development: 2 }[kind]
    expect(inputs).toMatchObject({
      architectures: ["arm64"],
      memorySize: 1769,
      timeout: 60,
      reservedConcurrentExecutions: atOnce,
      deadLetterConfig: { targetArn: queue("image-processing") },
      environment: { variables: { MALLOC_ARENA_MAX: "1" } },
    })
    const built = graph.builds.find(({ functionID }) => functionID === "PhotoUploaded")
    expect(built?.properties).toMatchObject({
      install: { sharp: dependencies.sharp, "libheif-js": dependencies["libheif-js"] },
      architecture: "arm64",
    })
    expect(invocations("image-processing")).toMatchObject({
      maximumRetryAttempts: 2,
      destinationConfig: {
        onFailure: { destination: expect.stringMatching(`:function:${named("photo-given-up")}$`) },
      },
    })
    const [notified, ...others] = graph.all("s3/bucketNotification:BucketNotification")
    expect(others).toEqual([])
    expect(notified?.inputs).toMatchObject({
      bucket: graph.outputs.originals,
      lambdaFunctions: [{ events: ["s3:ObjectCreated:*"], filterPrefix: "incoming/" }],
    })
    expect(notified?.inputs.lambdaFunctions[0].lambdaFunctionArn).toMatch(
      `:function:${named("image-processing")}`,
    )
  })

  it("follows the stream from its beginning, and isolates what cannot be followed", () => {
    const [mapping, ...others] = graph.all("lambda/eventSourceMapping:EventSourceMapping")
    expect(others).toEqual([])
    expect(mapping?.inputs).toMatchObject({
      eventSourceArn: expect.stringContaining(`table/${graph.outputs.table}/stream/`),
      startingPosition: "TRIM_HORIZON",
      functionResponseTypes: ["ReportBatchItemFailures"],
      bisectBatchOnFunctionError: true,
      // One try and these: as often as the local stage tries.
      maximumRetryAttempts: maxTries - 1,
      maximumRecordAgeInSeconds: 86_400,
      destinationConfig: { onFailure: { destinationArn: queue("table-changed") } },
    })
  })

  it("runs the clock's functions, and keeps what failed", () => {
    const rates: Record<string, string> = {
      "every-minute": "rate(1 minute)",
      background: "rate(1 minute)",
      digest: "rate(1 hour)",
      housekeeping: "rate(1 hour)",
      ...(kind === "development" ? {} : { canary: "rate(5 minutes)" }),
    }
    const schedules = graph.all("scheduler/schedule:Schedule").map(({ inputs }) => inputs)
    expect(schedules).toHaveLength(Object.keys(rates).length)
    for (const [name, rate] of Object.entries(rates)) {
      const schedule = schedules.find(({ target }) => target.arn.endsWith(`:function:${named(name)}`))
      expect(schedule).toMatchObject({
        scheduleExpression: rate,
        state: "ENABLED",
        target: { deadLetterConfig: { arn: queue(name) } },
      })
      expect(invocations(name)).toMatchObject({
        maximumRetryAttempts: 0,
        destinationConfig: { onFailure: { destination: queue(name) } },
      })
    }
  })

  it("keeps the dead letters of everything that is called without waiting, for two weeks, over TLS", () => {
    const queues = graph.all("aws:sqs/queue:Queue").map(({ inputs }) => inputs)
    const asynchronous = [
      "image-processing",
      "photo-given-up",
      "table-changed",
      "every-minute",
      "background",
      "digest",
      "housekeeping",
      ...(kind === "development" ? [] : ["canary"]),
    ]
    expect(queues.map(({ name }) => name).sort()).toEqual(
      asynchronous.map((name) => named(`${name}-dead-letters`)).sort(),
    )
    // The operations command line looks into each of them.
    expect(functions).toEqual(expect.arrayContaining(asynchronous))
    for (const made of queues)
      expect(made).toMatchObject({ messageRetentionSeconds: 1_209_600, sqsManagedSseEnabled: true })
    expect(graph.all("sqs/queuePolicy:QueuePolicy")).toHaveLength(queues.length)
  })
})

it("only image processing is held back, and only what nobody uses is stopped", () => {
  for (const kind of kinds) {
    const held = stages[kind]
      .lambdas()
      .filter(({ inputs }) => inputs.reservedConcurrentExecutions !== undefined)
    expect(held.map(({ inputs }) => inputs.name.replace(`photo-sharing-app-${kind}-`, "")).sort()).toEqual([
      "image-processing",
      "unused-image-optimizer",
    ])
  }
})

it("what runs in the background ends a minute before it would be ended", () => {
  const code = readFileSync(path.join(root, "functions/background.ts"), "utf8")
  const longest = Number(/longest = minutes\((\d+)\)/.exec(code)?.[1]) * 60
  expect(longest).toBe(stages.production.lambda("background").inputs.timeout - 60)
})

it("the lease of a photo outlives the function, and its tries", () => {
  const code = readFileSync(path.join(root, "core/photo/receive.ts"), "utf8")
  const lease = Number(/leaseSeconds = (\d+)/.exec(code)?.[1])
  expect(lease).toBeGreaterThan(stages.production.lambda("image-processing").inputs.timeout)
})

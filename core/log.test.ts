import { describe, expect, it, vi } from "vitest"
import { logLines, metricsIn } from "../testing/log-lines"
import { addFields, log, logged, withFields } from "./log"
import { withoutSecrets } from "./log-secrets"
import { measure } from "./metrics"

describe("a log line", () => {
  it("is one JSON object with the fields that every line has", async () => {
    const { lines, text } = await logLines(async () => log.info("hello", { photo_id: "pho_1", duration: 3 }))
    expect(text.split("\n")).toHaveLength(2)
    expect(lines).toEqual([
      {
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        level: "INFO",
        message: "hello",
        service: "photo-sharing-app-local",
        photo_id: "pho_1",
        duration: 3,
        maxMemoryUsed: expect.any(Number),
      },
    ])
  })

  it("says what it belongs to, and two requests at once do not mix", async () => {
    const request = (id: string) =>
      withFields({ request_id: id }, async () => {
        await new Promise((resolve) => setTimeout(resolve, 5))
        addFields({ user_id: `of ${id}` })
        log.info("ended")
      })
    const { lines } = await logLines(() => Promise.all([request("a"), request("b")]))
    expect(lines.map(({ request_id, user_id }) => [request_id, user_id])).toEqual([
      ["a", "of a"],
      ["b", "of b"],
    ])
  })

  it("says which call of Lambda it belongs to, and which trace", async () => {
    const store = {
      awslambda: { InvokeStore: { getRequestId: () => "call-1", getXRayTraceId: () => undefined } },
    }
    const before = Reflect.get(globalThis, "awslambda")
    Object.assign(globalThis, store)
    vi.stubEnv("_X_AMZN_TRACE_ID", "Root=1-67891233-abcdef012345678912345678;Parent=1;Sampled=1")
    try {
      const { lines } = await logLines(async () => log.info("hello"))
      expect(lines).toMatchObject([
        { function_request_id: "call-1", xray_trace_id: "1-67891233-abcdef012345678912345678" },
      ])
    } finally {
      Reflect.set(globalThis, "awslambda", before)
      vi.unstubAllEnvs()
    }
  })

  it("of an error says where and why, and nothing that hangs on it", async () => {
    const cause = Object.assign(new Error("refused ada@example.com"), { code: "ECONNREFUSED" })
    const error = Object.assign(new Error("no answer", { cause }), { Item: { caption: "of the row" } })
    const { lines, text } = await logLines(async () => log.error("failed", { error }))
    expect(lines).toMatchObject([
      {
        level: "ERROR",
        error: {
          name: "Error",
          message: "no answer",
          stack: expect.stringContaining("log.test.ts"),
          cause: { message: "refused …", code: "ECONNREFUSED" },
        },
      },
    ])
    expect(text).not.toContain("of the row")
  })
})

describe("a function", () => {
  it("ends each call with a line that names it, and fails with one", async () => {
    const handler = logged(async (event: string, requestId) => {
      if (event === "fail") throw new Error("no")
      return requestId
    })
    let answer: unknown
    const { lines } = await logLines(async () => {
      answer = await handler("fine", { awsRequestId: "one" })
      await expect(handler("fail", { awsRequestId: "two" })).rejects.toThrow("no")
    })
    expect(answer).toBe("one")
    const duration = expect.any(Number)
    expect(lines).toMatchObject([
      { level: "INFO", message: "call ended", function_request_id: "one", coldStart: true, duration },
      { level: "ERROR", message: "call failed", function_request_id: "two", coldStart: false, duration },
    ])
  })
})

describe("a metric", () => {
  it("is a line of the embedded metric format, under the service alone", async () => {
    const { lines } = await logLines(async () => {
      measure("Likes")
      measure("PhotoReady", 1234)
    })
    expect(metricsIn(lines)).toEqual([
      ["Likes", 1],
      ["PhotoReady", 1234],
    ])
    expect(lines[1]).toEqual({
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: "PhotoSharingApp",
            Dimensions: [["service"]],
            Metrics: [{ Name: "PhotoReady", Unit: "Milliseconds" }],
          },
        ],
      },
      service: "photo-sharing-app-local",
      PhotoReady: 1234,
    })
  })
})

describe("what must not be in a log", () => {
  it.each([
    ["mail to ada.l+x@mail.example.co.jp failed", "mail to … failed"],
    [
      "GET https://s3.example.com/b/k?X-Amz-Signature=abc&x=1 said 403",
      "GET https://s3.example.com/b/k?… said 403",
    ],
    ["authorization: Bearer pat_0123456789abcdefghij", "authorization: Bearer …"],
    [`token pat_${"a".repeat(43)} is wrong`, "token … is wrong"],
    ["page /ja/s/0aB-_6789012345678901234 failed", "page /ja/s/… failed"],
    [
      "POST /api/notifications/unsubscribe/usr_1.v2.0aB-_6789012345678901234/x failed",
      "POST /api/notifications/unsubscribe/…/x failed",
    ],
    ["GET /api/media/pho_1/640.jpg?link=0aB-_6789012345678901234", "GET /api/media/pho_1/640.jpg?link=…"],
    ["session eyJhbGciOiJkaXIi.abc.def ends", "session … ends"],
  ])("is taken out: %s", (text, clean) => {
    expect(withoutSecrets(text)).toBe(clean)
  })

  it("is not seen where nothing is", () => {
    const stack = "at f (/app/node_modules/@aws-sdk/core/index.js:1:2)\nat g (file:///app/x.ts?v=1)"
    expect(withoutSecrets(stack)).toBe(stack)
  })
})

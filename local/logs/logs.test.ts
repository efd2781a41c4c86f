import { readFile, stat } from "node:fs/promises"
import path from "node:path"
import { PassThrough } from "node:stream"
import { expect, test } from "vitest"
import { temporaryFolder } from "../test-kit"
import { accessLine } from "./access-line"
import { openLogs } from "./collector"
import { filesOf, logFile, openLog } from "./log-file"

test("a log keeps a few files of bounded size, and goes on where an earlier start ended", async () => {
  const file = path.join(await temporaryFolder(), "logs", "api.log")
  const bounds = { bytes: 40, files: 3 }
  for (let start = 0; start < 2; start++) {
    const append = openLog(file, bounds)
    for (let i = 0; i < 10; i++) append(`line ${start} ${i} ……`)
  }
  const files = await Promise.all(filesOf(file, bounds).map((name) => readFile(name, "utf8")))
  // Each line has 16 bytes: two fit, and of twenty the last six are left.
  expect(files.map((text) => text.split("\n").length - 1)).toEqual([2, 2, 2])
  expect(files.join("").match(/line 1 (\d)/g)).toEqual(
    ["4", "5", "6", "7", "8", "9"].map((i) => `line 1 ${i}`),
  )
  await expect(stat(`${file}.3`)).rejects.toThrow("ENOENT")
})

/** Lets something print, and gives what is on the terminal and in the files. */
async function printed(source: string, lines: string[]) {
  const dataDir = await temporaryFolder()
  const shown = { out: "", error: "" }
  const screen = (of: "out" | "error") =>
    new PassThrough().on("data", (chunk) => {
      shown[of] += chunk
    }) as unknown as NodeJS.WriteStream & { fd: 1 & 2 }
  const logs = openLogs(dataDir, undefined, { out: screen("out"), error: screen("error") })
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  logs.collect(source, { stdout, stderr })
  stdout.end(lines.map((line) => `${line}\n`).join(""))
  await new Promise((resolve) => setTimeout(resolve, 50))
  const read = (name: string) => readFile(logFile(dataDir, name), "utf8").catch(() => undefined)
  return { ...shown, read }
}

const request = {
  timestamp: "2026-11-28T17:05:40.250Z",
  level: "INFO",
  message: "request",
  request_id: "r-1",
  method: "GET",
  path: "/api/posts",
  status: 200,
  duration: 251,
  sourceIp: "unknown",
}

test("log lines go to a file, the rest to the terminal, and a request to the access log as well", async () => {
  const line = JSON.stringify(request)
  const { out, error, read } = await printed("api", ["✓ Ready in 1 s", line, "{ not: json }"])
  expect([out, error]).toEqual(["✓ Ready in 1 s\n{ not: json }\n", ""])
  expect(await read("api")).toBe(`${line}\n`)
  expect(JSON.parse((await read("access")) ?? "")).toEqual({
    requestTime: "28/Nov/2026:17:05:39 +0000",
    requestId: "r-1",
    functionRequestId: "-",
    httpMethod: "GET",
    path: "/api/posts",
    routeKey: "ANY /api/{proxy+}",
    status: 200,
    responseTime: 251,
    responseLength: "-",
    integrationLatency: "251",
    integrationStatus: "200",
    sourceIp: "unknown",
    error: "-",
  })
})

test("the access log has the fields that the infrastructure gives the gateway's", async () => {
  const format = await readFile(path.resolve("infra/api.ts"), "utf8")
  const fields = [...format.matchAll(/'"(\w+)":"?\$context/g)].map(([, name]) => name)
  expect(fields.length).toBeGreaterThan(8)
  expect(Object.keys(JSON.parse(accessLine(request) ?? ""))).toEqual(fields)
  expect(accessLine({ ...request, path: "/u/ada/feed.xml" })).toBeUndefined()
  expect(accessLine({ ...request, message: "health check failed" })).toBeUndefined()
})

test("what went wrong is also told on the terminal, and a metric is in the log of its function", async () => {
  const fault = {
    level: "ERROR",
    message: "photo given up",
    photo_id: "pho_1",
    error: { stack: "Error: no" },
  }
  const metric = { _aws: { Timestamp: 1 }, service: "s", Likes: 1 }
  const { out, error, read } = await printed(
    "photo-uploaded",
    [fault, metric].map((it) => JSON.stringify(it)),
  )
  expect([out, error]).toEqual(["", "[image-processing] ERROR photo given up photo_id=pho_1\nError: no\n"])
  expect(await read("image-processing")).toBe(`${JSON.stringify(fault)}\n${JSON.stringify(metric)}\n`)
})

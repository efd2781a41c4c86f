import { afterAll, beforeAll, expect, it } from "vitest"
import { faultyService, refusal } from "../../testing/faulty-service"
import { logLines } from "../../testing/log-lines"

let before: Awaited<ReturnType<typeof faultyService>>
let posts: () => Promise<unknown>
beforeAll(async () => {
  before = await faultyService(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "")
  process.env.AWS_ENDPOINT_URL_DYNAMODB = before.url
  const { Post } = await import("../post")
  posts = () => Post.newest("usr_01J8Z0V6KQ4N1X5T7W9Y3B2D4F", undefined, 3)
})
afterAll(() => before.close())

const ours = (lines: Record<string, unknown>[]) =>
  lines.filter(({ message }) => String(message).startsWith("table "))
const call = { level: "WARN", operation: "Query", index: "gsi1", key: "USER#…#POSTS" }

it("a call of the table that is slow is told of, and not about whom it was", async () => {
  const { lines, text } = await logLines(() => before.while(() => ({ delay: 600 }), posts))
  expect(ours(lines)).toMatchObject([{ ...call, message: "table call slow" }])
  expect(ours(lines)[0]?.duration).toBeGreaterThanOrEqual(590)
  expect(text).not.toContain("usr_")
})

it("each try that is throttled is told of, also when the call succeeds in the end", async () => {
  let left = 2
  const once = () => (left-- > 0 ? refusal("ProvisionedThroughputExceededException") : undefined)
  const { lines } = await logLines(() => before.while(once, posts))
  const reason = "ProvisionedThroughputExceededException"
  expect(ours(lines).filter(({ message }) => message === "table throttled")).toMatchObject([
    { ...call, reason },
    { ...call, reason },
  ])
})

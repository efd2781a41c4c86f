import { beforeAll, expect, it } from "vitest"
import { config } from "@/core/config"
import { newId } from "@/core/id"
import { type Answer, api } from "@/testing/api"
import { visitor } from "@/testing/given"
import { closedPort } from "@/testing/silence"

let url: string
beforeAll(async () => {
  url = await closedPort()
  process.env.AWS_ENDPOINT_URL_DYNAMODB = url
})

const anybody = {
  ...visitor(),
  kind: "user",
  userId: newId("user"),
  sessionId: newId("session"),
  role: "member",
} as const

function expectNoLeak({ text }: Answer) {
  for (const word of [
    url.slice(7),
    "ECONN",
    "node_modules",
    "    at ",
    config.tableName,
    "Dynamo",
    "lectro",
  ]) {
    expect(text).not.toContain(word)
  }
}

it.each(["GET /health", "GET /api/health"] as const)(
  "%s says that the table fails, to everybody",
  async (where) => {
    const answers = await Promise.all([api(where), api(where, { as: anybody })])
    for (const answer of answers) {
      expect(answer.status).toBe(503)
      expect(answer.body).toMatchObject({ status: "failed", checks: { table: "failed", storage: "ok" } })
      expectNoLeak(answer)
    }
  },
)

it("every read and write says that a part of the site does not answer, and when to try again", async () => {
  const answers = await Promise.all([
    api("GET /api/feed/explore"),
    api("GET /api/me", { as: anybody }),
    api("PATCH /api/me", { as: anybody, json: { bio: "Hello" } }),
    api("POST /api/account/password/forgot", { json: { email: "ada@example.com" } }),
  ])
  for (const answer of answers) {
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"])
    expect(answer.body).toMatchObject({ code: "unavailable" })
    expectNoLeak(answer)
  }
})

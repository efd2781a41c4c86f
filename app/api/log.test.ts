import { beforeAll, describe, expect, it } from "vitest"
import { Post } from "@/core/post"
import { Session } from "@/core/session"
import { api } from "@/testing/api"
import { settle, uploaded } from "@/testing/events"
import { during } from "@/testing/faults"
import { given, type Person } from "@/testing/given"
import { logLines, metricsIn } from "@/testing/log-lines"
import { mark } from "@/testing/planted"
import { useSettings } from "@/testing/settings"

let ada: Person
beforeAll(async () => {
  useSettings({ limits: { writesPerMinute: 4 } })
  ada = await given.person()
})

/** As share links have it: 24 of what is in addresses. */
const linkToken = "PlantedLink_0123456789-A"

const requests = (lines: Record<string, unknown>[]) => lines.filter(({ message }) => message === "request")

describe("the line of a request", () => {
  it("has every field, numbers as numbers", async () => {
    const headers = {
      "x-request-id": "JKJaXmPLvHcESHA=",
      "x-amzn-trace-id": "Root=1-67891233-abcdef012345678912345678;Parent=1;Sampled=1",
    }
    const { lines } = await logLines(() => api("GET /api/feed/home?limit=3", { as: ada, headers }))
    expect(requests(lines)).toEqual([
      {
        timestamp: expect.any(String),
        level: "INFO",
        message: "request",
        service: "photo-sharing-app-local",
        xray_trace_id: "1-67891233-abcdef012345678912345678",
        request_id: "JKJaXmPLvHcESHA=",
        user_id: ada.userId,
        method: "GET",
        path: "/api/feed/home",
        route: "/api/feed/home",
        status: 200,
        duration: expect.any(Number),
        readUnits: expect.any(Number),
        tableTime: expect.any(Number),
        sourceIp: "unknown",
        userAgent: "vitest",
        coldStart: expect.any(Boolean),
        maxMemoryUsed: expect.any(Number),
      },
    ])
  })

  it.each([
    ["GET /api/users/users", "/api/users/users", "/api/users/[handle]"],
    ["GET /api/tags/%E5%A4%95", "/api/tags/%E5%A4%95", "/api/tags/[tag]"],
    ["GET /api/no/such", "/api/no/such", "/api/[...rest]"],
    [
      "POST /api/notifications/unsubscribe/secret.1.x",
      "/api/notifications/unsubscribe/[token]",
      "/api/notifications/unsubscribe/[token]",
    ],
    ["GET /api/s/0aB-_6789012345678901234", "/api/s/[token]", "/api/s/[token]"],
    ["POST /api/s/0aB-_6789012345678901234/unlock", "/api/s/[token]/unlock", "/api/s/[token]/unlock"],
    [
      "GET /api/media/pho_01JD0000000000000000000000/640.jpg?link=0aB-_6789012345678901234",
      "/api/media/pho_01JD0000000000000000000000/640.jpg",
      "/api/media/[photoId]/[variant]",
    ],
  ] as const)("%s is of a route, and its path holds no token", async (call, path, route) => {
    const { lines } = await logLines(() => api(call))
    expect(requests(lines)).toMatchObject([{ path, route }])
  })

  it("is an error where the fault is ours, and says S3 where storage failed", async () => {
    const upload = {
      fileName: "a.jpg",
      contentType: "image/jpeg",
      byteLength: 20_000_000,
      sha256: "1".repeat(64),
    }
    const away = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" })
    const { lines } = await logLines(() =>
      during(
        async ({ name }, next) => {
          if (name === "CreateMultipartUploadCommand") throw away
          return next()
        },
        () => api("POST /api/uploads", { as: ada, json: upload }),
      ),
    )
    const id = requests(lines)[0]?.request_id
    expect(lines.filter(({ level }) => level === "ERROR")).toMatchObject([
      { message: "S3 CreateMultipartUpload failed", request_id: id, user_id: ada.userId },
      { message: "request failed", request_id: id },
      { message: "request", request_id: id, status: 503 },
    ])
  })
})

it("says why a request was refused: the reason, the foreign site, the session that ended, the limit", async () => {
  const [ended, eager] = [await given.person(), await given.person()]
  await Session.end(ended.sessionId)
  const { lines } = await logLines(async () => {
    await api("PATCH /api/me", { as: ada, json: {}, headers: { origin: "https://evil.example" } })
    await api("GET /api/me", { as: ended })
    await api("GET /api/me", { headers: { cookie: "session=nonsense" } })
    await api("GET /api/me", { headers: { authorization: "Bearer pat_wrong" } })
    for (let i = 0; i < 5; i++) await api("PATCH /api/me", { as: eager, json: { name: `${i}` } })
  })
  const told = requests(lines).filter(({ status }) => Number(status) >= 400)
  expect(told).toMatchObject([
    { status: 403, reason: "origin", origin: "https://evil.example" },
    { status: 401, reason: "unauthenticated", session: "ended" },
    { status: 401, reason: "unauthenticated", session: "unreadable" },
    { status: 401, reason: "token_wrong" },
    { status: 429, reason: "rate_limited", limit: "write", user_id: eager.userId },
  ])
})

it("one id goes from the request through the photo's function and the stream", async () => {
  const bytes = await given.jpeg()
  const { upload, photoId } = await given.upload(ada, bytes)
  const { lines } = await logLines(async () => {
    await uploaded(upload, bytes)
    const headers = { "x-request-id": "the-one-that-publishes" }
    await api("POST /api/posts", { as: ada, json: { photos: [{ photoId, altText: "" }] }, headers })
    await settle()
  })
  expect(lines).toContainEqual(
    expect.objectContaining({
      message: "photo ready",
      photo_id: photoId,
      user_id: ada.userId,
      state: "ready",
      bytes: bytes.length,
      width: expect.any(Number),
      height: expect.any(Number),
      variantBytes: expect.any(Number),
      duration: expect.any(Number),
      function_request_id: expect.any(String),
    }),
  )
  expect(lines).toContainEqual(
    expect.objectContaining({
      message: "change followed",
      entity: "post",
      request_id: "the-one-that-publishes",
    }),
  )
  const metrics = Object.fromEntries(metricsIn(lines))
  expect(metrics).toMatchObject({ PhotoReady: expect.any(Number), Posts: 1, FanOutLag: expect.any(Number) })
})

it("nothing planted reaches the log: no password, token, share link, cookie, e-mail, caption or signed address", async () => {
  const email = `${mark}@example.com`
  const password = `${mark}-a-long-password`
  const bytes = await given.jpeg()
  let cookie = ""
  const { text, lines } = await logLines(async () => {
    await api("POST /api/account", { json: { handle: "planted", email, password, ageConfirmed: true } })
    await api("POST /api/account", { json: { handle: "x", email: mark, password: mark } })
    await api("POST /api/account/password/forgot", { json: { email } })
    await api("POST /api/account/verify", { json: { token: mark } })
    await api("GET /api/me", { headers: { authorization: `Bearer pat_${mark}` } })
    await api("GET /api/me", { headers: { cookie: `session=${mark}` } })
    await api(`GET /api/search?q=${mark}`, { headers: { referer: `https://x.example/?token=${mark}` } })
    await api(`GET /api/s/${linkToken}`)
    await api(`POST /api/s/${linkToken}/unlock`, { json: { password: mark } })
    await api(`GET /api/s/${linkToken}/no/such`)
    await api(`GET /api/media/pho_01JD0000000000000000000000/640.jpg?link=${linkToken}`)
    await api(`POST /api/notifications/unsubscribe/${ada.userId}.v1.${mark}`)
    await api(`GET /api/notifications/unsubscribe/${ada.userId}.v1.${mark}/more`)
    const { upload, photoId } = await given.upload(ada, bytes)
    cookie = upload.fields["X-Amz-Signature"] ?? ""
    await uploaded(upload, bytes)
    const json = { photos: [{ photoId, altText: mark }], caption: `${mark} a caption` }
    const { body } = await api("POST /api/posts", { as: ada, json })
    const postId = (body as { post: { id: string } }).post.id
    await api(`POST /api/posts/${postId}/comments`, { as: ada, json: { text: mark } })
    // And when the table fails in the middle of all that.
    const broken = Object.assign(new Error("the table broke"), { Item: { caption: mark, email } })
    await during(
      async () => {
        throw broken
      },
      () => api("POST /api/account", { json: { handle: "planted2", email, password, ageConfirmed: true } }),
    )
    await Post.remove(ada, { postId })
    await settle()
  })
  expect(requests(lines).length).toBeGreaterThan(8)
  expect(cookie).not.toBe("")
  for (const secret of [mark, linkToken, "example.com", cookie, "X-Amz-", "a caption"])
    expect(text).not.toContain(secret)
})

import { beforeAll, describe, expect, it } from "vitest"
import { api, Problem } from "@/testing/api"
import { given, type Person } from "@/testing/given"

let ada: Person
beforeAll(async () => {
  ada = await given.person()
})

describe("a page that goes on for somebody", () => {
  const goOn = (as: Person, believed: Person) =>
    api("POST /api/uploads", { as, json: upload, headers: { "x-signed-in-as": believed.userId } })

  it("is refused when somebody else is signed in by now, or nobody", async () => {
    const bo = await given.person()
    expect((await goOn(ada, ada)).status).toBe(201)
    expect(await goOn(bo, ada)).toMatchObject({
      status: 401,
      body: { code: "unauthenticated", reason: "somebody_else" },
    })
    const headers = { "x-signed-in-as": ada.userId }
    expect((await api("GET /api/feed/explore", { headers })).status).toBe(401)
    expect((await api("GET /api/feed/explore", { as: ada, headers })).status).toBe(200)
  })
})

const upload = { fileName: "a.jpg", contentType: "image/jpeg", byteLength: 9, sha256: "0".repeat(64) }

describe("a refusal", () => {
  it("is a problem document in English, with a sentence and a path a fault", async () => {
    const { status, body } = await api("POST /api/account", {
      json: { handle: "x", email: "nobody", password: "short", colour: "red", size: 3 },
    })
    expect(status).toBe(400)
    expect(body).toEqual({
      type: "urn:problem:invalid",
      title: "Some of this is not as it should be. Look at the fields named below.",
      status: 400,
      code: "invalid",
      detail: "Some of this is not as it should be. Look at the fields named below.",
      errors: [
        {
          path: "handle",
          message: "3 to 30 letters a–z, digits, _ or . (no dot first, last or twice in a row).",
        },
        { path: "email", message: "This does not look like an e-mail address." },
        { path: "password", message: "A password needs at least 12 characters." },
        {
          path: "ageConfirmed",
          message: "Say that you are old enough to join: `ageConfirmed` must be true.",
        },
        { path: "colour", message: "Unknown here: colour." },
        { path: "size", message: "Unknown here: size." },
      ],
      requestId: expect.any(String),
    })
  })

  it("speaks Japanese to whoever asks for it, of nested fields too", async () => {
    const { body } = await api("POST /api/posts", {
      as: ada,
      json: { photos: [{ photoId: "pst_1", altText: "" }], visibility: "friends" },
      headers: { "accept-language": "ja-JP,ja;q=0.9,en;q=0.5" },
    })
    expect(Problem.parse(body)).toMatchObject({
      title: "入力に合わないところがあります。下の項目をご確認ください。",
      errors: [
        { path: "photos.0.photoId", message: "正しい種類のIDではありません。" },
        { path: "visibility", message: "次のどれかにしてください：public, followers, private" },
      ],
    })
  })

  it("says what is missing and of the wrong type", async () => {
    const { body } = await api("POST /api/uploads", {
      as: ada,
      json: { ...upload, fileName: 7, sha256: undefined },
    })
    expect(Problem.parse(body).errors).toEqual([
      { path: "fileName", message: "Missing, or of the wrong type: string is expected." },
      { path: "sha256", message: "Missing, or of the wrong type: string is expected." },
    ])
  })

  it.each([
    ["too large a body", "POST /api/account", { raw: " ".repeat(70_000) }, "This request is too large."],
    [
      "another type",
      "POST /api/account",
      { raw: "{}", headers: { "content-type": "text/plain" } },
      "Send this as application/json.",
    ],
  ] as const)("has a title that fits %s", async (_, where, call, detail) => {
    const { body } = await api(where, call)
    expect(body).toMatchObject({ detail, title: expect.not.stringMatching(/photo|^\w+$/) })
  })

  it("is a problem document where nothing is", async () => {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
      const { status, body } = await api(`${method} /api/no/such/thing`)
      expect([status, Problem.parse(body).code]).toEqual([404, "not_found"])
    }
  })
})

describe("a request id", () => {
  it("is the caller's where it is harmless, else a new one", async () => {
    const given = await api("GET /api/feed/explore", { headers: { "x-request-id": "abc-123_DEF" } })
    expect(given.headers.get("x-request-id")).toBe("abc-123_DEF")
    for (const id of ["short", "a".repeat(65), "<script>alert(1)</script>"]) {
      const { headers } = await api("GET /api/feed/explore", { headers: { "x-request-id": id } })
      expect(headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/)
    }
  })
})

describe("an answer", () => {
  it("is never stored and never opened to other origins", async () => {
    const origin = { origin: "https://evil.example" }
    for (const where of ["GET /api/me", "GET /api/feed/explore", "GET /api/nothing"] as const) {
      const { headers } = await api(where, { as: ada, headers: origin })
      expect(headers.get("cache-control")).toBe("private, no-store")
      expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([])
    }
  })

  it("without a body is not stored either", async () => {
    const { status, headers } = await api("DELETE /api/me/sessions", { as: ada })
    expect([status, headers.get("cache-control")]).toEqual([204, "private, no-store"])
  })
})

describe("an Idempotency-Key", () => {
  it("gives the first answer again, and does the write once", async () => {
    const call = { as: ada, json: upload, headers: { "idempotency-key": "first-key-1" } }
    const first = await api("POST /api/uploads", call)
    const again = await api("POST /api/uploads", call)
    expect(first.status).toBe(201)
    expect([again.status, again.text]).toEqual([201, first.text])
    const other = await api("POST /api/uploads", { ...call, headers: { "idempotency-key": "other-key-1" } })
    expect(other.text).not.toBe(first.text)
  })

  it("is one person's own", async () => {
    const headers = { "idempotency-key": "shared-key-1" }
    const bob = await given.person()
    const first = await api("POST /api/uploads", { as: ada, json: upload, headers })
    const second = await api("POST /api/uploads", { as: bob, json: upload, headers })
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.text).not.toBe(first.text)
  })

  it("of another request is a 422", async () => {
    const headers = { "idempotency-key": "reused-key" }
    await api("POST /api/uploads", { as: ada, json: upload, headers })
    const { body } = await api("POST /api/uploads", { as: ada, json: { ...upload, byteLength: 10 }, headers })
    expect(body).toMatchObject({ status: 422, reason: "idempotency_key_reused" })
  })

  it("is free again after a refusal", async () => {
    const headers = { "idempotency-key": "refused-key" }
    const refused = await api("POST /api/uploads", { as: ada, json: { ...upload, byteLength: 0 }, headers })
    expect(refused.status).toBe(422)
    expect((await api("POST /api/uploads", { as: ada, json: upload, headers })).status).toBe(201)
  })

  it("gives an answer without a body again", async () => {
    const call = { as: ada, headers: { "idempotency-key": "no-body-key" } }
    const answers = [await api("DELETE /api/me/sessions", call), await api("DELETE /api/me/sessions", call)]
    for (const { status, headers } of answers) {
      expect([status, headers.get("cache-control")]).toEqual([204, "private, no-store"])
    }
  })

  it("lets one of two at once through", async () => {
    const call = { as: ada, json: upload, headers: { "idempotency-key": "at-the-same-time" } }
    const answers = await Promise.all([1, 2, 3, 4].map(() => api("POST /api/uploads", call)))
    const done = answers.filter(({ status }) => status === 201)
    expect(new Set(done.map(({ text }) => text)).size).toBe(1)
    for (const { status, headers } of answers.filter((answer) => !done.includes(answer))) {
      expect([status, headers.get("retry-after")]).toEqual([409, "1"])
    }
  })

  it("that is none is refused", async () => {
    const headers = { "idempotency-key": "no spaces!" }
    const { body } = await api("POST /api/uploads", { as: ada, json: upload, headers })
    expect(body).toMatchObject({ status: 400, reason: "idempotency_key" })
  })
})

describe("a write with a cookie", () => {
  it.each(["https://evil.example", "null", "http://localhost:3000.evil.example"])(
    "from %s is refused",
    async (origin) => {
      const { body } = await api("PATCH /api/me", { as: ada, json: { bio: "stolen" }, headers: { origin } })
      expect(body).toMatchObject({ status: 403, reason: "origin" })
      expect((await api("GET /api/me", { as: ada })).body).toMatchObject({ bio: "" })
    },
  )

  it("that is a form's text is refused", async () => {
    const headers = { "content-type": "text/plain" }
    const { status } = await api("PATCH /api/me", { as: ada, raw: '{"bio":"stolen"}', headers })
    expect(status).toBe(415)
  })
})

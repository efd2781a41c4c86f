import { beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { endpoints } from "@/app/_server/openapi/endpoints"
import { Comment } from "@/core/comment"
import { Import } from "@/core/import"
import { Share } from "@/core/share"
import { givenAlbum } from "@/testing/albums"
import { api, Problem } from "@/testing/api"
import { given, type Person } from "@/testing/given"
import { useSettings } from "@/testing/settings"

let ada: Person
let admin: Person
/** Who may call an endpoint: to everybody else there is nothing at the addresses of those who run the site. */
const callerOf = ({ path }: Endpoint) => (path.startsWith("/api/admin/") ? admin : ada)
/** What is really there, for calls that look at their page only then. */
let there: Record<string, string>
beforeAll(async () => {
  useSettings({ limits: { writesPerMinute: 100_000, signInsPerQuarterHour: 100_000 } })
  ada = await given.person()
  admin = await given.admin()
  const { id: postId } = await given.post(ada)
  const { id: commentId } = await Comment.write(ada, { postId, text: "Hello" })
  const { id: albumId } = await givenAlbum(ada, { posts: [postId] })
  const { url = "" } = await Share.createForAlbum(ada, { albumId, comments: true })
  const { id: importId } = await Import.begin(ada, { files: [{ name: "all.zip", byteLength: 500 }] })
  there = { importId, albumId, token: url.split("/s/")[1] ?? "", handle: ada.handle, postId, commentId }
})

const ids = {
  photoId: "pho_01JD0000000000000000000000",
  postId: "pst_01JD0000000000000000000000",
  commentId: "cmt_01JD0000000000000000000000",
  draftId: "dft_01JD0000000000000000000000",
  userId: "usr_01JD0000000000000000000000",
  sid: "ses_01JD0000000000000000000000",
  passkeyId: "pky_01JD0000000000000000000000",
  tokenId: "tok_01JD0000000000000000000000",
  exportId: "exp_01JD0000000000000000000000",
  importId: "imp_01JD0000000000000000000000",
  part: "1",
  provider: "google",
  handle: "nobody_here",
  variant: "320.avif",
  token: `usr_01JD0000000000000000000000.k.${"A".repeat(43)}`,
  albumId: "alb_01JD0000000000000000000000",
  shareId: "shr_01JD0000000000000000000000",
  tag: "nothing_here",
  day: "2026-01-31.xml",
  of: "digest",
  letterId: "01JD0000000000000000000000",
  id: "usr_01JD0000000000000000000000",
}
type Where = Parameters<typeof api>[0]
type Endpoint = (typeof endpoints)[number]

/** The endpoint called about things that could exist. */
const whereOf = ({ method, path }: Endpoint, change: Record<string, string> = {}): Where => {
  const token = path.startsWith("/api/s/") ? { token: "A".repeat(24) } : {}
  const values: Record<string, string> = { ...ids, ...token, ...change }
  return `${method} ${path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "")}` as Where
}
const named = (list: Endpoint[]) =>
  list.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const)
const writes = named(endpoints.filter(({ method }) => method !== "GET"))
const reads = named(endpoints.filter(({ method }) => method === "GET"))
const withParameters = named(endpoints.filter(({ path }) => path.includes("{")))

const fieldsOf = ({ operation, path }: Endpoint) => {
  const { properties = {} } = z.toJSONSchema(operation.schema, { io: "input", unrepresentable: "any" })
  return Object.keys(properties).filter((name) => !path.includes(`{${name}}`))
}

/** What is wrong in a field; nothing at all is right where all of it may be left out. */
const wrongOf = ({ operation }: Endpoint, name: string) => {
  const { properties = {} } = z.toJSONSchema(operation.schema, { io: "input", unrepresentable: "any" })
  const field = properties[name]
  const isObject = typeof field === "object" && field.type === "object" && !field.required?.length
  return [null, [[]], 7.5, ...(isObject ? [] : [{}])]
}

const deep = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels)
const bodies: [what: string, raw: string | Uint8Array<ArrayBuffer>, status: number, reason?: string][] = [
  ["broken JSON", '{"a":', 400, "malformed"],
  ["no JSON", "hello", 400, "malformed"],
  ["an array", "[]", 400, "malformed"],
  ["null", "null", 400, "malformed"],
  ["a string", '"text"', 400, "malformed"],
  ["a number", "1e999", 400, "malformed"],
  ["1 MB", JSON.stringify({ caption: "x".repeat(1024 * 1024) }), 413, "body_too_large"],
  ["deep objects", `{"a":${deep('{"a":', "}", 5000).replace("}", "1}")}}`, 400, "malformed"],
  ["deep arrays", `{"photos":${deep("[", "]", 15_000)}}`, 400, "malformed"],
  ["a prototype", '{"__proto__":{"admin":true}}', 400, "malformed"],
  ["a prototype within", '{"photos":[{"__proto__":{"altText":"x"}}]}', 400, "malformed"],
  ["a constructor", '{"constructor":{"prototype":{"admin":true}}}', 400, "malformed"],
  ["an unknown field", '{"actorId":"usr_01JD0000000000000000000000"}', 400],
  [
    "bytes that are no UTF-8",
    new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]),
    400,
    "malformed",
  ],
  ["UTF-16", new Uint8Array(Buffer.from('{"a":1}', "utf16le")), 400, "malformed"],
]

/** Checks all at once. */
const each = <T>(list: readonly T[], check: (one: T) => Promise<void>) => Promise.all(list.map(check))

describe.each(writes)("%s", (_, endpoint) => {
  it("refuses every hostile body", async () => {
    await each(bodies, async ([what, raw, status, reason]) => {
      const { body } = await api(whereOf(endpoint), { as: callerOf(endpoint), raw })
      const problem = Problem.parse(body)
      expect([what, problem.status, problem.reason]).toEqual([what, status, reason])
    })
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
  })

  it("refuses what is not called JSON, and what is announced as large", async () => {
    const call = { as: callerOf(endpoint), raw: "{}" }
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""]) {
      const { status } = await api(whereOf(endpoint), { ...call, headers: { "content-type": type } })
      expect([type, status]).toEqual([type, 415])
    }
    const announced = { ...call, headers: { "content-length": "1048576" } }
    expect((await api(whereOf(endpoint), announced)).status).toBe(413)
  })

  it("refuses NUL and half characters in every field, and names it", async () => {
    const texts = ["a\\u0000b", "\\ud800", "x\\udfffy"]
    const faults = [...fieldsOf(endpoint), "unknown"].flatMap((name) => texts.map((text) => ({ name, text })))
    await each(faults, async ({ name, text }) => {
      const { status, body } = await api(whereOf(endpoint), {
        as: callerOf(endpoint),
        raw: `{"${name}":"${text}"}`,
      })
      expect([status, Problem.parse(body).errors?.[0]?.path]).toEqual([400, name])
    })
  })

  it("refuses every wrong type in every field, and names it", async () => {
    const faults = fieldsOf(endpoint).flatMap((name) =>
      wrongOf(endpoint, name).map((wrong) => ({ name, wrong })),
    )
    await each(faults, async ({ name, wrong }) => {
      const { status, body } = await api(whereOf(endpoint), {
        as: callerOf(endpoint),
        json: { [name]: wrong },
      })
      const paths = Problem.parse(body).errors?.map(({ path }) => path.split(".")[0])
      expect([name, wrong, status, paths]).toEqual([name, wrong, 400, expect.arrayContaining([name])])
    })
  })
})

const queries = ["?__proto__=1", "?constructor=x", "?unknown=1", `?${"q".repeat(200_000)}=1`, "?%00=1", "?=1"]

it.each(reads)("%s refuses every hostile query", async (_, endpoint) => {
  for (const query of queries) {
    const where = `${whereOf(endpoint)}${query}` as Where
    expect([query.slice(0, 20), (await api(where, { as: callerOf(endpoint) })).status]).toEqual([
      query.slice(0, 20),
      400,
    ])
  }
  if (!fieldsOf(endpoint).includes("cursor")) return
  const pages = [
    "limit=0",
    "limit=51",
    "limit=1e9",
    "limit=NaN",
    "limit=",
    "limit=1.5",
    "cursor=%00",
    "cursor=e30",
    `cursor=${"A".repeat(100_000)}`,
  ]
  for (const page of pages) {
    const where = whereOf(endpoint, there)
    expect([
      page.slice(0, 20),
      (await api(`${where}?${page}` as Where, { as: callerOf(endpoint) })).status,
    ]).toEqual([page.slice(0, 20), 400])
  }
})

it.each(withParameters)("%s refuses every hostile parameter", async (_, endpoint) => {
  const hostile = [
    "%00",
    "..%2F..%2Fetc",
    "a".repeat(100_000),
    "%F0%9F%92%A9",
    "__proto__",
    "x'%20OR%201=1",
    "%0d%0aset-cookie:a",
  ]
  for (const name of Object.keys(ids).filter((known) => endpoint.path.includes(`{${known}}`))) {
    for (const value of hostile) {
      const { status } = await api(whereOf(endpoint, { [name]: value }), { as: callerOf(endpoint) })
      // A handle or a letter that nobody has, and a tag like any other.
      const proto = { handle: [404], letterId: [404], tag: [200, 204] }[name]
      const expected = value === "__proto__" && proto?.includes(status) ? status : 400
      expect([name, value.slice(0, 20), status]).toEqual([name, value.slice(0, 20), expected])
    }
  }
})

it.each(["session=%", "session=%zz; session=", "session", ";;;=", "session=eeee.eeee", "session=a.b.c.d.e"])(
  "a cookie like %s is nobody's",
  async (cookie) => {
    expect((await api("GET /api/me", { headers: { cookie } })).status).toBe(401)
    expect((await api("GET /api/feed/explore", { headers: { cookie } })).status).toBe(200)
  },
)

it("the path wins over the query", async () => {
  const { body } = await api(`GET /api/users/${ada.handle}?handle=nobody_here`)
  expect(body).toMatchObject({ handle: ada.handle })
})

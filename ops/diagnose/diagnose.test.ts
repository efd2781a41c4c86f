import { UpdateItemCommand } from "@aws-sdk/client-dynamodb"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import type { Person } from "../../testing/given"
import { slow as takesLong } from "../../testing/slow"

/** Before anything of core is loaded that would remember where table and storage are. */
async function load() {
  const { denied, faultyService, refusal } = await import("../../testing/faulty-service")
  const tableBefore = await faultyService(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "")
  const storageBefore = await faultyService(process.env.AWS_ENDPOINT_URL_S3 ?? "")
  process.env.AWS_ENDPOINT_URL_DYNAMODB = tableBefore.url
  process.env.AWS_ENDPOINT_URL_S3 = storageBefore.url
  const { useSettings: changeSettings } = await import("../../testing/settings")
  changeSettings({ limits: { writesPerMinute: 5 } })
  return {
    ...(await import("../../testing/api")),
    ...(await import("../../testing/events")),
    ...(await import("../../testing/given")),
    ...(await import("../../testing/posts")),
    ...(await import("../../testing/site")),
    ...(await import("../testing/rehearsal")),
    ...(await import("../../core/cdn")),
    ...(await import("../../core/config")),
    ...(await import("../../core/media")),
    ...(await import("../../core/photo")),
    ...(await import("../../core/session")),
    ...(await import("../../core/table")),
    tableBefore,
    storageBefore,
    refusal,
    denied,
    handler: (await import("../../functions/table-changed")).handler,
  }
}

let world: Awaited<ReturnType<typeof load>>
let stage: Awaited<ReturnType<(typeof world)["rehearsal"]>>
let ada: Person
beforeAll(async () => {
  world = await load()
})
afterAll(() => {
  world.tableBefore.close()
  world.storageBefore.close()
})
beforeEach(async () => {
  stage = await world.rehearsal()
  ada = await world.given.person()
})
afterEach(() => void vi.useRealTimers())

/** What a walk names, and whether its exit code says the same. */
async function causeOf(walk: string, given: Record<string, unknown> = {}) {
  const { data, ok, text } = await stage.run(`diagnose ${walk}`, given)
  expect(ok).toBe(data.cause === null)
  if (data.next) expect(text).toContain(`Next:  ${data.next}`)
  return data.cause
}

it.each(["slow-api", "upload", "cache", "500", "403", "429"])(
  "%s finds nothing where nothing is wrong, and says so",
  async (walk) => {
    await stage.record("api", () => world.api("GET /api/me", { as: ada }))
    const { data, text, ok } = await stage.run(`diagnose ${walk}`)
    expect([data.cause, ok]).toEqual([null, true])
    expect(text).toContain("Nothing was found")
  },
)

describe("slow-api", () => {
  it("names a slow query: its index, its key, and the route that waits for it", takesLong, async () => {
    const slow = ({ operation, body }: { operation: string; body: string }) =>
      operation === "Query" && body.includes("gsi1") ? { delay: 2050 } : undefined
    await stage.record("api", () =>
      world.tableBefore.while(slow, () => world.api(`GET /api/users/${ada.handle}/posts`)),
    )
    const { data, text } = await stage.run("diagnose slow-api")
    expect(data.cause).toMatch(
      /^A slow query: Query of gsi1 \(USER#…#POSTS\), up to 2\d{3} ms, in 1 of 1 slow request \(GET \/api\/users\/\[handle\]\/posts 1\)\.$/,
    )
    expect(text).toContain("CAUSE    Did they wait for a query of the table?")
    expect(text).toContain(`/api/users/${ada.handle}/posts`)
  })

  it("names throttling of the table, as 429 does", takesLong, async () => {
    let left = 2
    const busy = () => (left-- > 0 ? world.refusal("ProvisionedThroughputExceededException") : undefined)
    await stage.record("api", () =>
      world.tableBefore.while(busy, () => world.api("GET /api/me", { as: ada })),
    )
    const cause = /^The table throttles: 2 tries turned away \(GetItem 2\)\.$/
    expect(await causeOf("slow-api")).toMatch(cause)
    expect(await causeOf("429")).toMatch(cause)
  })
})

describe("upload", () => {
  const failing = (run: () => Promise<unknown>) =>
    run().then(
      () => expect.fail("it works"),
      () => undefined,
    )

  it("names a missing permission, the function and the call", async () => {
    const bytes = await world.given.jpeg()
    const { upload } = await world.given.upload(ada, bytes)
    await stage.record("image-processing", () =>
      world.storageBefore.while(
        ({ operation, path }) =>
          operation === "PUT" && path.includes("/private/") ? world.denied : undefined,
        () => failing(() => world.uploaded(upload, bytes)),
      ),
    )
    expect(await causeOf("upload")).toMatch(
      /^A missing permission: image-processing: S3 PutObject failed, AccessDenied, \d+ times?\./,
    )
  })

  it("names a poison photo, and what is wrong with it", async () => {
    const bytes = Buffer.from("this is no picture at all")
    const { upload, photoId } = await world.given.upload(ada, bytes)
    await stage.record("image-processing", () => world.uploaded(upload, bytes))
    const { data } = await stage.run("diagnose upload")
    expect(data.cause).toBe(`A poison photo: ${photoId} is no picture that can be read (unsupported).`)
    expect(data.next).toBe(`npm run ops -- explain ${photoId}`)
  })

  it("names a photo that is larger than it may be", async () => {
    const json = {
      fileName: "a.jpg",
      contentType: "image/jpeg",
      byteLength: 26 * 1024 ** 2,
      sha256: "a".repeat(64),
    }
    await stage.record("api", () => world.api("POST /api/uploads", { as: ada, json }))
    expect(await causeOf("upload")).toMatch(/^The limit of size: 1 photo larger/)
  })

  it("names clock skew: storage refuses what was signed two hours ago", takesLong, async () => {
    const site = await world.startSite()
    stage = await world.rehearsal(site.origin)
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 2 * 3_600_000 })
    const bytes = await world.given.jpeg()
    const { upload } = await world.given.upload(ada, bytes)
    expect((await world.send(upload, bytes)).status).toBe(403)
    const { data } = await stage.run("diagnose upload")
    site.close()
    const said = [data.cause, ...(data.also as string[])].join("\n")
    expect(said).toMatch(/Clock skew: the server's clock is 120 min behind of storage's/)
    // The client of storage has learned the wrong clock with the refusals, and learns the right one with the next.
    vi.useRealTimers()
    await world.given.photo(ada).catch(() => undefined)
  })

  it("names storage's CORS rules that do not know the site", async () => {
    const site = await world.startSite()
    stage = await world.rehearsal(site.origin)
    expect(await causeOf("upload")).toBe(
      `Storage's CORS rules do not know ${site.origin}: browsers there send no photo.`,
    )
    site.close()
  })

  it("names a function that is dead: the bytes are there, and nobody begins", async () => {
    const bytes = await world.given.jpeg()
    const { upload, photoId } = await world.given.upload(ada, bytes)
    await world.send(upload, bytes)
    const updatedAt = new Date(Date.now() - 600_000).toISOString()
    await world.table().photo.patch({ photoId }).set({ state: "awaiting", updatedAt }).go()
    const { data } = await stage.run("diagnose upload")
    expect(data.cause).toMatch(
      /^image-processing does nothing about photos that are there: .* 1 have arrived/,
    )
    expect(data.next).toBe(`npm run ops -- explain ${photoId}`)
    await world.delivered(upload.fields.key ?? "", bytes.length)
    expect(await causeOf("upload")).toBeNull()
  })
})

describe("cache", () => {
  it("names what the CDN was not told, and goes on with it when told to", async () => {
    const since = new Date(Date.now() - 300_000).toISOString()
    await world.Cdn.forget(`test-${ada.userId}`, ["/p/pst_1"], since)
    expect(await causeOf("cache")).toMatch(
      /^A stale cache: 1 invalidation not confirmed in time, and every-minute did not run\.$/,
    )
    const { change, data, text } = await stage.run("diagnose cache", { apply: true })
    expect(change).toBe("go on with 1 invalidation of 1 path")
    expect(data.done).toEqual(["1 of 1 are confirmed"])
    expect(text.match(/Is there something that the CDN/g)).toHaveLength(1)
    expect(await causeOf("cache")).toBeNull()
  })

  it(
    "names copies at the CDN of a photo that is not for everybody, and removes them",
    takesLong,
    async () => {
      const photoId = await world.given.photo(ada)
      const { id } = await world.given.post(ada, { photos: [photoId], visibility: "private" })
      const [row] = await world.Photo.rows([photoId])
      await world.Photo.expose(world.Photo.pictureOf(row as NonNullable<typeof row>) as never)
      const of = `https://site.example/p/${id}`
      expect(await causeOf("cache", { of })).toMatch(
        new RegExp(
          `^${photoId}: \\d+ copies are where the CDN reads, and the photo is not for everybody\\.$`,
        ),
      )
      await stage.run("diagnose cache", { of, apply: true })
      expect(await causeOf("cache", { of: photoId })).toBeNull()
    },
  )

  it("names a change from which nothing can follow", async () => {
    const poison = { __edb_e__: { S: "oneTimeToken" }, purpose: { S: "nothing known" } }
    const record = { eventName: "INSERT" as const, dynamodb: { SequenceNumber: "1", NewImage: poison } }
    await stage.record("stream", () => world.handler({ Records: [record] }))
    expect(await causeOf("cache")).toMatch(
      /^table-changed fails: ZodError: .+ at core\/stream\/send-mail\.ts:\d+ \(1 time\)\.$/,
    )
  })
})

describe("500", () => {
  it("names an unhandled error: what it says, where, and on which route", async () => {
    const postId = await world.writtenPost(ada)
    const broken = {
      TableName: world.config.tableName,
      Key: { pk: { S: `POST#${postId}` }, sk: { S: "META" } },
      UpdateExpression: "REMOVE photos",
    }
    await stage.dynamo.send(new UpdateItemCommand(broken))
    await stage.record("api", () => world.api(`GET /api/posts/${postId}`, { as: ada }))
    const { data } = await stage.run("diagnose 500")
    expect(data.cause).toMatch(
      /^An unhandled error: TypeError: .+, at core\/post\/[\w-]+\.ts:\d+, in 1 request of GET \/api\/posts\/\[postId\] 1\.$/,
    )
    expect(data.next).toMatch(/^npm run ops -- explain [\w-]{8,}$/)
  })

  it("names a table that does not answer, and afterwards that it was away", async () => {
    const away = () => ({ ...world.refusal("InternalServerError"), status: 500 })
    await world.tableBefore.while(away, async () => {
      await stage.record("api", () => world.api("GET /api/me", { as: ada }))
      expect(await causeOf("500")).toMatch(/^The table does not answer/)
    })
    expect(await causeOf("500")).toBe("The table or storage was away: InternalServerError in 1 request.")
  })
})

describe("403", () => {
  it("names an Origin that is not ours", async () => {
    const headers = { origin: "https://www.elsewhere.example" }
    await stage.record("api", () => world.api("PATCH /api/me", { as: ada, json: {}, headers }))
    expect(await causeOf("403")).toBe(
      "A wrong Origin: pages that are not this site's call the API: 1 request (https://www.elsewhere.example 1).",
    )
  })

  it("names sessions that have ended", async () => {
    await world.Session.end(ada.sessionId)
    await stage.record("api", () => world.api("GET /api/me", { as: ada }))
    expect(await causeOf("403")).toMatch(/^Sessions have ended: .+: 1 request \(GET \/api\/me 1\)\.$/)
  })

  it("names tokens that are no longer good, and of several causes the one that explains most", async () => {
    await stage.record("api", async () => {
      for (let i = 0; i < 2; i++)
        await world.api("GET /api/me", { headers: { authorization: "Bearer pat_gone" } })
      await world.api("GET /api/me", { headers: { cookie: "session=nonsense" } })
    })
    const { data } = await stage.run("diagnose 403")
    expect(data.cause).toMatch(/^Access tokens are wrong, expired or revoked: 2 requests/)
    expect(data.also).toEqual([expect.stringMatching(/^Cookies cannot be opened: 1 request/)])
  })

  it("names a signed link that has ended", async () => {
    const photoId = await world.given.photo(ada)
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 180_000 })
    const { url } = await world.Media.address(ada, { photoId, variant: "original" })
    vi.useRealTimers()
    expect((await fetch(url)).status).toBe(403)
    expect(await causeOf("403", { of: url })).toMatch(/^An expired link: it was good for 60 s, until 20/)
  })
})

it("429 names our own limit and who reached it", async () => {
  await stage.record("api", async () => {
    for (let i = 0; i < 7; i++) await world.api("PATCH /api/me", { as: ada, json: { name: `${i}` } })
  })
  expect(await causeOf("429")).toBe(`The product's own rate limit: 2 requests (write by ${ada.userId} 2).`)
})

import { createHash } from "node:crypto"
import { UpdateItemCommand } from "@aws-sdk/client-dynamodb"
import { beforeEach, describe, expect, it, vi } from "vitest"
import { Account } from "../../core/account"
import type { UserActor } from "../../core/actor"
import { Comment } from "../../core/comment"
import { config } from "../../core/config"
import { Cost } from "../../core/cost"
import { Explain } from "../../core/explain"
import type { ExplanationView } from "../../core/explain/explain.schema"
import { Media } from "../../core/media"
import { Photo } from "../../core/photo"
import { Session } from "../../core/session"
import { Storage } from "../../core/storage"
import { table } from "../../core/table"
import { api } from "../../testing/api"
import { settle, uploaded } from "../../testing/events"
import { given, type Person } from "../../testing/given"
import { writtenPost } from "../../testing/posts"
import { slow } from "../../testing/slow"
import { rehearsal } from "../testing/rehearsal"

let stage: Awaited<ReturnType<typeof rehearsal>>
let ada: Person
beforeEach(async () => {
  stage = await rehearsal()
  ada = await given.person()
})

async function explain(what: string, as?: string) {
  const { data, text, ok } = await stage.run("explain", { what, ...(as ? { as } : {}) })
  const found = data as ExplanationView
  expect(ok).toBe(found.problems.length === 0)
  for (const { what: problem } of found.problems) expect(text).toContain(problem)
  return { ...found, text, wrong: found.problems.map((one) => one.what), next: found.problems[0]?.next }
}

describe("explain", () => {
  it("tells everything about a post, and nothing that anybody wrote", slow, async () => {
    const bytes = await given.jpeg()
    const { upload, photoId } = await given.upload(ada, bytes)
    await stage.record("image-processing", () => uploaded(upload, bytes))
    const headers = {
      "x-request-id": "the-one-that-publishes",
      "x-amzn-trace-id": "Root=1-67891233-abcdef0123456789",
    }
    const json = { photos: [{ photoId, altText: "a secret picture" }], caption: "a secret caption" }
    const { body } = await stage.record("api", () => api("POST /api/posts", { as: ada, json, headers }))
    const { id } = (body as { post: { id: string } }).post
    await stage.record("stream", settle)
    const found = await explain(`https://site.example/ja/p/${id}`)
    expect(found).toMatchObject({
      kind: "post",
      id,
      summary: `A post of ${ada.userId} with 1 photos, for everybody.`,
      problems: [],
      traces: ["1-67891233-abcdef0123456789"],
      sight: [
        { who: "a visitor", sees: true, why: "audience public" },
        { who: `its owner (${ada.userId})`, sees: true },
      ],
    })
    expect(found.requests).toContain("the-one-that-publishes")
    const entities = found.items.map(({ entity }) => entity)
    expect(entities).toEqual(["post", "postCount", "photo", "photoHash"])
    expect(found.items[0]?.values).toMatchObject({
      caption: "16 characters",
      photos: "1 of them",
      audience: "public",
    })
    const kept = found.objects.find(({ key }) => key.startsWith("kept/"))
    expect(kept?.sha256).toBe(createHash("sha256").update(bytes).digest("hex"))
    const variants = found.objects.filter(({ bucket }) => bucket === "media")
    expect(variants.map(({ there }) => there)).toEqual(variants.map(() => true))
    const hashOf = (kind: string) =>
      variants.filter(({ key }) => key.startsWith(kind)).map(({ sha256 }) => sha256)
    expect(hashOf("public/").sort()).toEqual(hashOf("private/").sort())
    expect(found.events.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["was published", "image-processing: photo ready", "api: POST /api/posts 201"]),
    )
    expect(found.lines.map(({ log }) => log)).toEqual(
      expect.arrayContaining(["api", "image-processing", "stream"]),
    )
    const stored = found.objects.reduce((sum, object) => sum + (object.bytes ?? 0), 0)
    const { of } = Cost.pricesOf(process.env.AWS_REGION ?? "")
    expect(found.cost?.keepingAMonth).toBeCloseTo(stored * of.storageByteMonths, 12)
    // At the least its two calls, the upload's event and the row of the post were paid for.
    expect(found.cost?.making).toBeGreaterThan(2 * of.calls)
    for (const secret of ["secret", ada.email, "X-Amz"]) expect(JSON.stringify(found)).not.toContain(secret)
  })

  it("asks the function that decides, for a visitor and for whomever is named", async () => {
    const [bob, eve] = [await given.person(), await given.person()]
    await given.follow(bob, ada)
    const postId = await writtenPost(ada, { audience: "followers" })
    const seenBy = async (as: string) => (await explain(postId, as)).sight.map(({ sees }) => sees)
    expect(await seenBy(bob.handle)).toEqual([false, true, true])
    expect(await seenBy(eve.handle)).toEqual([false, true, false])
  })

  it("names a poison photo", async () => {
    const bytes = Buffer.from("this is no picture at all")
    const { upload, photoId } = await given.upload(ada, bytes)
    await stage.record("image-processing", () => uploaded(upload, bytes))
    const { wrong, next, text } = await explain(photoId)
    expect(wrong).toEqual(["It failed: its bytes are no picture that can be read."])
    expect(next).toBe(`logs image-processing --filter '"${photoId}"'`)
    expect(text).toContain("photo failed")
  })

  it("names a photo whose bytes never came", async () => {
    const { photoId } = await given.upload(ada, await given.jpeg())
    expect((await explain(photoId)).wrong).toEqual([])
    const updatedAt = new Date(Date.now() - 600_000).toISOString()
    await table().photo.patch({ photoId }).set({ state: "awaiting", updatedAt }).go()
    expect((await explain(photoId)).wrong).toEqual([expect.stringMatching(/^Its bytes have not come since/)])
  })

  it("names what storage has lost or changed, and copies that should be gone", slow, async () => {
    const photoId = await given.photo(ada)
    const { id } = await given.post(ada, { photos: [photoId], visibility: "private" })
    const [row] = await Photo.rows([photoId])
    const picture = row && Photo.pictureOf(row)
    if (!picture) throw new Error("the photo is not ready")
    await Photo.expose(picture)
    await Storage.write(
      config.originalsBucket,
      `kept/${ada.userId}/${photoId}`,
      Buffer.from("rot"),
      "image/jpeg",
    )
    const [first = ""] = await Storage.keys(config.mediaBucket, Storage.variantPrefix("private", photoId))
    await Storage.removeAll(config.mediaBucket, first)
    const { wrong } = await explain(id)
    expect(wrong).toEqual([
      "Its original is not what was uploaded: the hash differs.",
      expect.stringMatching(/^1 of \d+ variants are not there\.$/),
      expect.stringMatching(
        /^\d+ copies are where the CDN reads, and it is not for everybody: a stale cache\.$/,
      ),
    ])
  })

  it("names counters that do not count, of a post and of a person", async () => {
    const postId = await writtenPost(ada)
    await table().postCount.patch({ postId, shard: 0 }).add({ likes: 3 }).go()
    await table().userCount.patch({ userId: ada.userId }).add({ following: 1 }).go()
    expect((await explain(postId)).wrong).toEqual(["Its counter of likes says 3, and there are 0."])
    expect((await explain(`@${ada.handle}`)).wrong).toEqual([
      "Its counter of following says 1, and there are 0.",
    ])
  })

  it("names a link that has expired, and what it led to", async () => {
    const photoId = await given.photo(ada)
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 180_000 })
    const { url } = await Media.address(ada, { photoId, variant: "original" })
    vi.useRealTimers()
    const { wrong, next, summary } = await explain(url)
    expect(wrong).toEqual([
      expect.stringMatching(/^The link has expired: it was signed at .+ for 60 s, until/),
    ])
    expect(next).toBe(`explain ${photoId}`)
    expect(summary).toContain(`kept/${ada.userId}/${photoId}`)
  })

  it("names a session that has ended, and a person who is suspended, with who decided that", async () => {
    expect((await explain(ada.sessionId)).wrong).toEqual([])
    await Session.end(ada.sessionId)
    expect((await explain(ada.sessionId)).wrong).toEqual([
      expect.stringMatching(/^There is no such session any more/),
    ])
    await Account.suspend({ kind: "system" }, { userId: ada.userId, by: "on call", why: "spam" })
    const { wrong, decisions, sight } = await explain(`https://site.example/u/${ada.handle}`)
    expect(wrong[0]).toMatch(/^Suspended since 20/)
    expect(decisions).toMatchObject([{ what: "user suspend", by: "on call" }])
    expect(sight[0]).toEqual({ who: "a visitor", sees: false, why: "suspended, open" })
  })

  it("tells about a comment, and who sees it", async () => {
    const postId = await writtenPost(ada, { audience: "private" })
    const { id } = await Comment.write(ada, { postId, text: "to myself" })
    const found = await explain(`/p/${postId}?comment=${id}`)
    expect(found).toMatchObject({ kind: "comment", id, problems: [] })
    expect(found.sight.map(({ sees }) => sees)).toEqual([false, true])
    expect(JSON.stringify(found)).not.toContain("to myself")
  })

  it("names why a request failed, or was refused, from its id alone", async () => {
    const postId = await writtenPost(ada)
    const Key = { pk: { S: `POST#${postId}` }, sk: { S: "META" } }
    await stage.dynamo.send(
      new UpdateItemCommand({ TableName: config.tableName, Key, UpdateExpression: "REMOVE photos" }),
    )
    const call = (id: string, headers = {}) => ({ as: ada, headers: { "x-request-id": id, ...headers } })
    await stage.record("api", async () => {
      await api(`GET /api/posts/${postId}`, call("it-is-broken"))
      await api("PATCH /api/me", { ...call("from-elsewhere", { origin: "https://evil.example" }), json: {} })
    })
    const broken = await explain("it-is-broken")
    expect(broken).toMatchObject({ kind: "request", next: "diagnose 500" })
    expect(broken.wrong[0]).toMatch(/^An unhandled error: TypeError: /)
    expect(broken.related.map(({ id }) => id)).toEqual(expect.arrayContaining([postId, ada.userId]))
    const { wrong } = await explain("from-elsewhere")
    expect(wrong).toEqual(["It came from a page of another site (https://evil.example)."])
  })

  it("says that there is no such thing, with exit code 4", async () => {
    await expect(stage.run("explain", { what: "pst_01J8Z0V6KQ4N1X5T7W9Y3B2D4F" })).rejects.toMatchObject({
      code: 4,
    })
    await expect(stage.run("explain", { what: "no-such-request" })).rejects.toMatchObject({ code: 4 })
  })

  it("is for nobody but those who run the site, in a browser", async () => {
    const asked = { what: ada.userId }
    const admin: UserActor = { ...(await given.person()), role: "admin" }
    expect(await Explain.about(admin, asked)).toMatchObject({ kind: "person", id: ada.userId, lines: [] })
    const token = { id: "tok", scopes: ["read" as const] }
    for (const actor of [ada, { ...ada, role: "moderator" as const }, { ...admin, token }])
      await expect(Explain.about(actor, asked)).rejects.toMatchObject({ code: "not_found" })
  })
})

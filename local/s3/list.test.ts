import {
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { BUCKET, OTHER_BUCKET } from "./testing/names"
import { send, signed } from "./testing/raw"
import { startTestServer, type TestServer } from "./testing/server"

const KEYS = ["a/1", "a/2", "a/b/3", "b", "c d+é", "z/1", "\uffee", "\u{1f600}"]

let s3: TestServer
beforeAll(async () => {
  s3 = await startTestServer()
  // Not in order, so that the order is the server's work.
  for (const Key of [...KEYS].reverse())
    await s3.client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: Key }))
})
afterAll(() => s3.close())

const list = async (input: Partial<ListObjectsV2CommandInput> = {}) => {
  const page = await s3.client.send(new ListObjectsV2Command({ Bucket: BUCKET, ...input }))
  const keys = (page.Contents ?? []).map((object) => object.Key)
  const prefixes = (page.CommonPrefixes ?? []).map((prefix) => prefix.Prefix)
  return { page, keys, prefixes }
}

describe("ListObjectsV2", () => {
  it("lists by the bytes of the keys", async () => {
    const { page, keys } = await list()
    expect(keys).toEqual(KEYS)
    expect(page).toMatchObject({ KeyCount: KEYS.length, IsTruncated: false, MaxKeys: 1000, Name: BUCKET })
    expect(page.Contents?.[0]).toMatchObject({
      Size: 3,
      StorageClass: "STANDARD",
      ETag: expect.stringMatching(/^".{32}"$/),
    })
  })

  it("narrows by prefix and start", async () => {
    expect((await list({ Prefix: "a/" })).keys).toEqual(["a/1", "a/2", "a/b/3"])
    expect((await list({ StartAfter: "b" })).keys).toEqual(KEYS.slice(4))
    expect((await list({ Prefix: "a/", StartAfter: "a/1" })).keys).toEqual(["a/2", "a/b/3"])
    expect((await list({ Prefix: "none" })).page).toMatchObject({ KeyCount: 0, IsTruncated: false })
  })

  it("rolls up by delimiter", async () => {
    const top = await list({ Delimiter: "/" })
    expect([top.keys, top.prefixes]).toEqual([
      ["b", "c d+é", "\uffee", "\u{1f600}"],
      ["a/", "z/"],
    ])
    const inner = await list({ Delimiter: "/", Prefix: "a/" })
    expect([inner.keys, inner.prefixes]).toEqual([["a/1", "a/2"], ["a/b/"]])
  })

  it.each([{ MaxKeys: 1 }, { MaxKeys: 3 }, { MaxKeys: 1, Delimiter: "/" }, { MaxKeys: 2, Delimiter: "/" }])(
    "pages by %j without a gap or a repetition",
    async (input) => {
      const whole = await list({ ...input, MaxKeys: 1000 })
      const seen: unknown[] = []
      let token: string | undefined
      do {
        const { page, keys, prefixes } = await list({ ...input, ContinuationToken: token })
        expect(page.KeyCount).toBeLessThanOrEqual(input.MaxKeys)
        seen.push(...keys, ...prefixes)
        token = page.NextContinuationToken
      } while (token)
      expect(seen.sort()).toEqual([...whole.keys, ...whole.prefixes].sort())
    },
  )

  it("gives nothing for max-keys 0 and does not promise more", async () => {
    expect((await list({ MaxKeys: 0 })).page).toMatchObject({ KeyCount: 0, IsTruncated: false })
  })

  it("encodes keys when asked", async () => {
    expect((await list({ EncodingType: "url", Prefix: "c" })).keys).toEqual(["c+d%2B%C3%A9"])
  })

  it.each(["max-keys=x", "max-keys=-1", "continuation-token=%21", "encoding-type=base64"])(
    "refuses %s",
    async (parameter) => {
      const request = await signed(s3.url, { path: `/${BUCKET}?list-type=2&${parameter}` })
      expect(await send(s3.url, request)).toMatchObject({ status: 400, code: "InvalidArgument" })
    },
  )

  it("keeps buckets apart", async () => {
    expect((await list({ Bucket: OTHER_BUCKET })).keys).toEqual([])
  })
})

describe("ListObjectVersions", () => {
  it("gives every object one version, page by page", async () => {
    const seen: unknown[] = []
    let KeyMarker: string | undefined
    do {
      const page = await s3.client.send(
        new ListObjectVersionsCommand({ Bucket: BUCKET, KeyMarker, MaxKeys: 3 }),
      )
      for (const { Key, VersionId, IsLatest } of page.Versions ?? []) {
        expect([VersionId, IsLatest]).toEqual(["null", true])
        seen.push(Key)
      }
      KeyMarker = page.NextKeyMarker
    } while (KeyMarker)
    expect(seen).toEqual(KEYS)
  })
})

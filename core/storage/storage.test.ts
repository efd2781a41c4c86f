import { describe, expect, it } from "vitest"
import { config } from "../config"
import { newId } from "../id"
import { Storage } from "./index"

const sizes = [320, 640, 1280, 2048]

describe("object keys", () => {
  it("are read back as what they were made of", () => {
    for (let i = 0; i < 500; i++) {
      const [userId, photoId] = [newId("user"), newId("photo")]
      for (const kind of ["incoming", "kept"] as const) {
        const key = { kind, userId, photoId }
        expect(Storage.parseKey(Storage.originalKey(key))).toEqual(key)
      }
      for (const kind of ["private", "public"] as const) {
        const format = i % 2 ? ("avif" as const) : ("jpg" as const)
        const key = { kind, photoId, version: 1 + (i % 12), size: sizes[i % 4] ?? 0, format }
        const name = Storage.variantKey(key)
        expect(Storage.parseKey(name)).toEqual(key)
        expect(name.startsWith(Storage.variantPrefix(kind, photoId))).toBe(true)
      }
    }
  })

  it("keep the case of ids, and stand where the triggers and the CDN look", () => {
    const key = Storage.originalKey({ kind: "incoming", userId: "usr_Aa", photoId: "pho_Bb" })
    expect(key).toBe("incoming/usr_Aa/pho_Bb")
    const variant = { photoId: "pho_Bb", version: 2, size: 640, format: "avif" } as const
    expect(Storage.variantKey({ kind: "public", ...variant })).toBe("public/pho_Bb/2-640.avif")
  })

  it.each([
    "",
    "incoming/a",
    "incoming/a/b/c",
    "incoming//b",
    "incoming/../b",
    "other/a/b",
    "x/incoming/a/b",
    "private/a/1-2.png",
    "private/a/1.jpg",
    "public/a/-1-2.jpg",
    "incoming/a/b\n",
    "kept/a b/c",
  ])("%j is none of ours", (key) => {
    expect(Storage.parseKey(key)).toBeUndefined()
  })
})

describe("storage", () => {
  it("forgets everything below a prefix, more than a page of it, and nothing beside it", async () => {
    const bucket = config.mediaBucket
    const prefix = `private/${newId("photo")}`
    const keys = Array.from({ length: 5 }, (_, i) => `${prefix}/1-${i}.jpg`)
    await Promise.all(
      [...keys, `${prefix}x/1-1.jpg`].map((key) =>
        Storage.write(bucket, key, Buffer.from("x"), "image/jpeg"),
      ),
    )
    expect(await Storage.keys(bucket, `${prefix}/`)).toEqual(keys)
    await Storage.removeAll(bucket, `${prefix}/`)
    await Storage.removeAll(bucket, `${prefix}/`)
    expect(await Storage.keys(bucket, prefix)).toEqual([`${prefix}x/1-1.jpg`])
  })

  it("knows what is missing from what failed", async () => {
    const copy = Storage.copy(config.mediaBucket, "private/none/1-1.jpg", "private/other/1-1.jpg")
    expect(await copy.catch(Storage.isMissing)).toBe(true)
    expect(await Storage.read(config.mediaBucket, "private/none/1-1.jpg").catch(Storage.isMissing)).toBe(true)
    expect(await Storage.read("no-such-bucket", "x").catch(Storage.isMissing)).toBe(false)
  })
})

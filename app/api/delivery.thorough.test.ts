import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3"
import { beforeAll, describe, expect, it } from "vitest"
import { config } from "@/core/config"
import { Photo } from "@/core/photo"
import { Post } from "@/core/post"
import type { PostView, Visibility } from "@/core/post/post.schema"
import { api } from "@/testing/api"
import { objectsOf } from "@/testing/events"
import { given, type Person, visitor } from "@/testing/given"

let ada: Person
beforeAll(async () => {
  ada = await given.person()
})

const photoOf = ({ photos: [photo] }: PostView) => {
  if (!photo) throw new Error("the post has no photo")
  return photo
}
const posted = async (visibility: Visibility) => {
  const photoId = await given.photo(ada, await given.jpeg(1400, 1000))
  const { id } = await given.post(ada, { visibility, photos: [photoId] })
  return photoOf(await Post.get(ada, { postId: id }))
}
const types = { avif: "image/avif", jpg: "image/jpeg" }
const names = ["320.avif", "640.avif", "1280.avif", "2048.avif", "640.jpg", "1280.jpg"]

describe("the delivery of a photo", () => {
  it("gives the CDN every size as AVIF and JPEG, under names that never change their bytes", async () => {
    const { photoId, variants } = await posted("public")
    const prefix = `${config.mediaUrl}/public/${photoId}/1-`
    expect(variants.map(({ url }) => url)).toEqual(names.map((name) => prefix + name))
    for (const { url, type } of variants) {
      const Key = url.slice(config.mediaUrl.length + 1)
      const command = new GetObjectCommand({ Bucket: config.mediaBucket, Key })
      const object = await new S3Client().send(command)
      expect([Key, object.CacheControl, object.ContentType, object.Metadata]).toEqual([
        Key,
        "public, max-age=31536000, immutable",
        type,
        {},
      ])
    }
  })

  it.each(["followers", "private"] as const)(
    "leads to what is for %s through the checked address alone",
    async (visibility) => {
      const { photoId, variants } = await posted(visibility)
      expect(variants.map(({ url }) => url)).toEqual(names.map((name) => `/api/media/${photoId}/${name}`))
      const keys = await objectsOf(photoId, ada.userId)
      expect(keys.filter((key) => key.startsWith("public/"))).toEqual([])
      for (const name of names) {
        const answer = await api(`GET /api/media/${photoId}/${name}`, { as: ada })
        expect([answer.status, answer.headers.get("cache-control")]).toEqual([302, "private, max-age=50"])
        const file = await fetch(answer.headers.get("location") ?? "")
        const ending = name.slice(name.indexOf(".") + 1) as keyof typeof types
        expect([file.status, file.headers.get("content-type"), file.headers.get("cache-control")]).toEqual([
          200,
          types[ending],
          "private, max-age=50",
        ])
        expect((await api(`GET /api/media/${photoId}/${name}?download=1`)).status).toBe(404)
      }
    },
  )

  it("lets whoever sees a photo keep its largest size, called by its id", async () => {
    const { photoId } = await posted("public")
    const answer = await api(`GET /api/media/${photoId}/2048.avif?download=1`)
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([302, "private, max-age=50"])
    const file = await fetch(answer.headers.get("location") ?? "")
    expect(file.headers.get("content-disposition")).toBe(`attachment; filename="${photoId}.avif"`)
    for (const wrong of ["0", "true", "1&download=1&x=1", "name.exe"]) {
      expect((await api(`GET /api/media/${photoId}/2048.avif?download=${wrong}`)).status).toBe(400)
    }
  })

  it("tells a stranger of no original", async () => {
    const { photoId } = await posted("public")
    for (const query of ["", "?download=1"]) {
      expect((await api(`GET /api/media/${photoId}/original${query}`)).status).toBe(404)
      expect((await api(`GET /api/media/${photoId}/original${query}`, { as: ada })).status).toBe(302)
    }
    await expect(Photo.get(visitor(), { photoId })).rejects.toMatchObject({ code: "unauthenticated" })
  })
})

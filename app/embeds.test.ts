import { XMLValidator } from "fast-xml-parser"
import { beforeAll, describe, expect, it } from "vitest"
import { Draft } from "@/core/draft"
import type { OembedView } from "@/core/embed/embed.schema"
import { Post } from "@/core/post"
import type { PostView } from "@/core/post/post.schema"
import { User } from "@/core/user"
import { api } from "@/testing/api"
import { settle } from "@/testing/events"
import { given, type Person } from "@/testing/given"
import { writtenPost } from "@/testing/posts"
import { slow } from "@/testing/slow"
import { xssCorpus } from "@/testing/xss"

const site = "http://localhost:3000"
const asked = (url: string, more = "") => api(`GET /api/oembed?url=${encodeURIComponent(url)}${more}`)
const oembed = async (url: string, more = "") => (await asked(url, more)).body as OembedView

let ada: Person
let post: PostView
beforeAll(async () => {
  ada = await given.person("ada_embeds")
  const photos = [await given.photo(ada, await given.jpeg(1400, 700)), await given.photo(ada)]
  post = await given.post(ada, { caption: "Fog at the pier", photos })
})

async function covered() {
  const photos = [{ photoId: await given.photo(ada), altText: "Something" }]
  const publication = await Draft.publish(ada, { photos, contentWarning: "A wound" })
  await settle()
  if (publication.status !== "published") throw new Error("the post waits")
  return publication.post
}

describe("oEmbed", () => {
  it("offers a public post as a frame, with its first photo beside it", async () => {
    const { headers, body } = await asked(`${site}/p/${post.id}`)
    expect(body).toMatchObject({
      version: "1.0",
      type: "rich",
      title: "Fog at the pier",
      author_name: "ada_embeds",
      author_url: `${site}/u/ada_embeds`,
      provider_name: "Ichimai",
      width: 600,
      height: 340,
      thumbnail_width: 1280,
      thumbnail_height: 640,
    })
    const { html, thumbnail_url } = body as OembedView
    expect(html).toMatch(
      new RegExp(`^<iframe src="${site}/embed/${post.id}" title="Fog at the pier" width="600" height="340"`),
    )
    expect((await fetch(thumbnail_url ?? "")).headers.get("content-type")).toBe("image/jpeg")
    // Public data, for the scripts of any site; nothing else here is.
    expect(headers.get("access-control-allow-origin")).toBe("*")
    expect(headers.get("access-control-allow-credentials")).toBeNull()
  })

  it("knows the addresses of both languages, and no others", async () => {
    for (const path of [`/p/${post.id}/`, `/p/${post.id}?from=feed#photo`, `/en/p/${post.id}`]) {
      expect((await oembed(site + path)).html).toContain(`/embed/${post.id}"`)
    }
    expect(await oembed(`${site}/ja/p/${post.id}`)).toMatchObject({
      author_url: `${site}/ja/u/ada_embeds`,
      html: expect.stringContaining(`/embed/${post.id}?lang=ja"`),
    })
    const others = [
      `https://evil.example/p/${post.id}`,
      `${site}.evil.example/p/${post.id}`,
      `http://localhost:3001/p/${post.id}`,
      `https://localhost:3000/p/${post.id}`,
      `javascript:alert(1)//p/${post.id}`,
      `/p/${post.id}`,
      `${site}/fr/p/${post.id}`,
      `${site}/p/${post.id}/likes`,
      `${site}/u/ada_embeds`,
      `${site}/p/pst_01JD0000000000000000000000`,
      `${site}/p/pst_zzz`,
    ]
    for (const url of others) expect([url, (await asked(url)).status]).toEqual([url, 404])
  })

  it("keeps to the room that it is given", async () => {
    expect(await oembed(`${site}/p/${post.id}`, "&maxwidth=800&maxheight=330")).toMatchObject({
      width: 600,
      height: 330,
      thumbnail_width: 640,
      thumbnail_height: 320,
      html: expect.stringContaining('width="600" height="330"'),
    })
    expect(await oembed(`${site}/p/${post.id}`, "&maxwidth=20&maxheight=20")).not.toHaveProperty(
      "thumbnail_url",
    )
    for (const wrong of ["maxwidth=0", "maxwidth=abc", "maxheight=-1", "format=yaml", "callback=x"]) {
      expect([wrong, (await asked(`${site}/p/${post.id}`, `&${wrong}`)).status]).toEqual([wrong, 400])
    }
    expect((await api("GET /api/oembed")).status).toBe(400)
  })

  it("answers in JSON, and says so to who wants XML", async () => {
    expect((await asked(`${site}/p/${post.id}`, "&format=json")).status).toBe(200)
    const { status, body } = await asked(`${site}/p/${post.id}`, "&format=xml")
    expect([status, body]).toMatchObject([501, { code: "not_implemented", reason: "oembed_xml" }])
  })

  it("shows nothing of a covered post beside the link", async () => {
    const { id } = await covered()
    expect(await oembed(`${site}/p/${id}`)).not.toHaveProperty("thumbnail_url")
    expect(JSON.stringify(await oembed(`${site}/p/${id}`))).not.toMatch(/\.jpg|\.avif|Something/)
  })

  it.each(xssCorpus)("writes %s into no attribute", async (caption) => {
    const id = await writtenPost(ada, { caption })
    const { html } = await oembed(`${site}/p/${id}`)
    expect(html).toMatch(/^<iframe( [a-z]+="[^"<>]*")+><\/iframe>$/)
  })
})

const page = (path: string) => api(`GET /embed/${path}` as `GET /${string}`)

describe("the embed page", () => {
  it("shows the photos with what they show, the author and the caption, without a script", async () => {
    const { status, headers, text } = await page(post.id)
    expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"])
    expect(headers.get("x-robots-tag")).toBe("noindex")
    expect(XMLValidator.validate(text.replace("<!doctype html>", ""))).toBe(true)
    expect(text.match(/<img [^>]*alt="A plain colour"/g)).toHaveLength(2)
    expect(text).toContain('aria-label="2 photos, side by side"')
    expect(text).toContain(`<a href="${site}/p/${post.id}" target="_blank" rel="noopener"`)
    expect(text).toContain(">ada_embeds</a><p>Fog at the pier</p>")
    expect(text).not.toMatch(/<script|javascript:|<link|@import|url\(/)
    // Raw text: an escaped character would be another one there.
    expect(/<style>(.*?)<\/style>/s.exec(text)?.[1]).not.toMatch(/[&<>"']/)
    expect(text.length).toBeLessThan(8000)
  })

  it("is to be had in Japanese", async () => {
    const { text } = await page(`${post.id}?lang=ja`)
    expect(text).toContain('<html lang="ja">')
    expect(text).toContain(`href="${site}/ja/p/${post.id}"`)
    expect(text).toContain("Ichimaiで見る")
  })

  it("covers what its author covered, until somebody chooses to look", slow, async () => {
    const { id } = await covered()
    const { text } = await page(id)
    expect(text).toContain("<details><summary><span>Covered: A wound</span><b>Show photo</b></summary>")
    expect(text.indexOf("<img")).toBeGreaterThan(text.indexOf("<details>"))
    expect((await page(post.id)).text).not.toContain("<details>")
    for (const [image] of text.matchAll(/<img [^>]*alt="Something"[^>]*>/g))
      expect(image).toContain('loading="lazy"')
  })

  it("says that a post is gone once it is not for everybody any more", slow, async () => {
    const eve = await given.person()
    const { id } = await given.post(eve, { caption: "A secret by then" })
    expect((await page(id)).status).toBe(200)
    await User.update(eve, { private: true })
    const closed = await page(id)
    expect([closed.status, closed.text]).toEqual([404, expect.stringContaining("no longer for everybody")])
    expect(closed.text).not.toContain("A secret")
    expect((await asked(`${site}/p/${id}`)).status).toBe(404)
    await User.update(eve, { private: false })
    await Post.remove(eve, { postId: id })
    expect((await page(id)).text).toBe(closed.text)
  })

  it("keeps hostile texts as texts", slow, async () => {
    const eve = await given.person()
    for (const text of xssCorpus) {
      await User.update(eve, { name: text.slice(0, 60) })
      const { text: html } = await page(await writtenPost(eve, { caption: text }))
      expect(html).not.toMatch(
        /<script|<svg|<iframe|<textarea|<!--|<!\[CDATA|onerror=alert\(1\)>|<a href=java/,
      )
      expect(XMLValidator.validate(html.replace("<!doctype html>", ""))).toBe(true)
    }
  })
})

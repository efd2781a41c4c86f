import { XMLParser, XMLValidator } from "fast-xml-parser"
import { beforeAll, describe, expect, it } from "vitest"
import { Channel } from "@/core/channel"
import { Draft } from "@/core/draft"
import { Embed } from "@/core/embed"
import { Post } from "@/core/post"
import { User } from "@/core/user"
import { api } from "@/testing/api"
import { settle } from "@/testing/events"
import { given, type Person } from "@/testing/given"
import { writtenPost } from "@/testing/posts"
import { slow } from "@/testing/slow"
import { xssCorpus } from "@/testing/xss"

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  htmlEntities: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => ["item", "category", "media:content"].includes(name),
})

type Item = {
  title: string
  link: string
  guid: { "#text": string }
  pubDate: string
  category?: string[]
  "content:encoded": string
  "media:content"?: {
    url: string
    width: string
    height: string
    "media:description"?: { "#text": string }
  }[]
}

async function rss(path: string) {
  const answer = await api(`GET ${path}` as `GET /${string}`)
  expect(answer.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8")
  expect(XMLValidator.validate(answer.text)).toBe(true)
  const { channel } = parser.parse(answer.text).rss
  return { channel, items: (channel.item ?? []) as Item[], answer }
}
type Json = { title: string; feed_url: string; items: Record<string, unknown>[] }
const json = async (path: string) => (await api(`GET ${path}` as `GET /${string}`)).body as Json

let ada: Person
beforeAll(async () => {
  ada = await given.person("ada_channels")
})

describe("the feed of a person", () => {
  it(
    "carries what they posted for everybody, newest first, with photos and what they show",
    slow,
    async () => {
      const photos = [await given.photo(ada), await given.photo(ada)]
      const first = await given.post(ada, { caption: "Fog at the pier #morning #霧\nSecond line", photos })
      await given.post(ada, { visibility: "followers", caption: "for followers" })
      await given.post(ada, { visibility: "private", caption: "for me" })
      const second = await given.post(ada)

      const { channel, items } = await rss("/u/ada_channels/feed.xml")
      expect(channel).toMatchObject({
        title: "ada_channels (@ada_channels)",
        link: "http://localhost:3000/u/ada_channels",
        language: "en",
        "atom:link": { rel: "self", href: "http://localhost:3000/u/ada_channels/feed.xml" },
      })
      expect(items.map(({ guid }) => guid["#text"])).toEqual([second.id, first.id])
      const item = items[1] as Item
      expect(item).toMatchObject({
        title: "Fog at the pier #morning #霧",
        link: `http://localhost:3000/p/${first.id}`,
        category: ["morning", "霧"],
        pubDate: new Date(first.createdAt).toUTCString(),
      })
      expect(item["content:encoded"]).toMatch(
        /^<p><img src="http[^"]+\.jpg" width="64" height="48" alt="A plain colour" \/><\/p>/,
      )
      expect(item["content:encoded"]).toMatch(/<p>Fog at the pier #morning #霧<br \/>Second line<\/p>$/)
      expect(item["media:content"]).toHaveLength(2)
      expect(item["media:content"]?.[0]).toMatchObject({
        width: "64",
        "media:description": { "#text": "A plain colour" },
      })
      expect(items[0]?.title).toBe("Photo posted by ada_channels")

      const feed = await json("/u/ada_channels/feed.json")
      expect(feed.items.map(({ id }) => id)).toEqual([second.id, first.id])
      expect(feed.items[1]).toMatchObject({
        url: `http://localhost:3000/p/${first.id}`,
        tags: ["morning", "霧"],
        attachments: [{ mime_type: "image/jpeg", title: "A plain colour" }, {}],
      })
      expect(JSON.stringify(feed)).not.toContain("for followers")
      for (const url of [feed.items[1]?.image, item["media:content"]?.[0]?.url]) {
        expect((await fetch(String(url))).headers.get("content-type")).toBe("image/jpeg")
      }
    },
  )

  it("is to be had in Japanese, with links to Japanese pages", slow, async () => {
    const { channel, items } = await rss("/u/ada_channels/feed.xml?lang=ja")
    expect(channel.language).toBe("ja")
    expect(channel["atom:link"].href).toBe("http://localhost:3000/u/ada_channels/feed.xml?lang=ja")
    expect(items[0]?.title).toBe("ada_channelsさんの投稿写真")
    expect(items[0]?.link).toMatch(/^http:\/\/localhost:3000\/ja\/p\/pst_/)
    expect((await api("GET /u/ada_channels/feed.xml?lang=fr")).status).toBe(400)
  })

  it("shows nothing of a covered photo", slow, async () => {
    const eve = await given.person()
    const publication = await Draft.publish(eve, {
      photos: [{ photoId: await given.photo(eve), altText: "Something" }],
      contentWarning: "A wound",
    })
    await settle()
    const { items, answer } = await rss(`/u/${eve.handle}/feed.xml`)
    expect(items).toHaveLength(1)
    expect(items[0]?.["content:encoded"]).toContain("Covered: A wound")
    const feed = await json(`/u/${eve.handle}/feed.json`)
    for (const text of [answer.text, JSON.stringify(feed)]) expect(text).not.toMatch(/\.jpg|\.avif|Something/)
    expect(publication.status).toBe("published")
  })

  it("keeps hostile texts as texts", slow, async () => {
    const eve = await given.person()
    await User.update(eve, { name: xssCorpus[0], bio: xssCorpus.slice(0, 8).join(" ").slice(0, 300) })
    for (const caption of xssCorpus) await writtenPost(eve, { caption })
    const { items, channel } = await rss(`/u/${eve.handle}/feed.xml`)
    expect(items.map(({ title }) => title)).toEqual(xssCorpus.toReversed().map((text) => text.trim()))
    expect(channel.title).toBe(`${xssCorpus[0]} (@${eve.handle})`)
    const feed = await json(`/u/${eve.handle}/feed.json`)
    for (const html of [
      ...items.map((item) => item["content:encoded"]),
      ...feed.items.map((item) => String(item.content_html)),
    ]) {
      expect(
        html.replace(/<\/?p>|<br \/>|<img src="[^"<>]*" width="\d+" height="\d+" alt="[^"<>]*" \/>/g, ""),
      ).not.toMatch(/[<>]/)
    }
  })

  it("has the newest thirty", slow, async () => {
    const eve = await given.person()
    const ids: string[] = []
    for (let i = 0; i < 32; i++) ids.push(await writtenPost(eve))
    const feed = await json(`/u/${eve.handle}/feed.json`)
    expect(feed.items.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, 30))
  })

  it(
    "is not there for a private account, and closes within a moment when one becomes private",
    slow,
    async () => {
      const eve = await given.person()
      await given.post(eve)
      const path = `/u/${eve.handle}/feed.xml` as const
      const { headers, status } = await api(`GET ${path}`)
      const kept = headers.get("cache-control") ?? ""
      const seconds = [...kept.matchAll(/(?:max-age|stale-while-revalidate)=(\d+)/g)].map(([, n]) =>
        Number(n),
      )
      expect([status, kept.startsWith("public")]).toEqual([200, true])
      expect(seconds.reduce((sum, n) => sum + n, 0)).toBeLessThan(60)
      await User.update(eve, { private: true })
      expect((await api(`GET ${path}`)).status).toBe(404)
      expect((await api(`GET ${path}`, { as: eve })).status).toBe(404)
    },
  )

  it("says in a few bytes that nothing has changed", slow, async () => {
    const first = await api("GET /u/ada_channels/feed.json")
    const etag = first.headers.get("etag") ?? ""
    const again = await api("GET /u/ada_channels/feed.json", {
      headers: { "if-none-match": `"x", W/${etag}` },
    })
    expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag])
    await given.post(ada)
    const changed = await api("GET /u/ada_channels/feed.json", { headers: { "if-none-match": etag } })
    expect(changed.status).toBe(200)
  })

  it("asks search engines to stay away where its person does", async () => {
    const eve = await given.person()
    const robots = async () => (await api(`GET /u/${eve.handle}/feed.xml`)).headers.get("x-robots-tag")
    expect(await robots()).toBeNull()
    await User.update(eve, { unlisted: true })
    expect(await robots()).toBe("noindex")
  })
})

it("what leaves the site is a visitor's view, also for its author", slow, async () => {
  const eve = await given.person()
  const [open, limited] = [await given.post(eve), await given.post(eve, { visibility: "private" })]
  const { posts } = await Channel.ofPerson(eve, { handle: eve.handle })
  expect(posts.map(({ id, viewer }) => [id, viewer.own])).toEqual([[open.id, false]])
  expect((await Embed.page(eve, { postId: limited.id })).post).toBeUndefined()
  expect((await Embed.page(eve, { postId: open.id })).post?.viewer.own).toBe(false)
})

describe("the feed of a tag", () => {
  const written = async (by: Person, caption: string, audience: "public" | "followers" = "public") => {
    const postId = await writtenPost(by, { caption, audience })
    await settle()
    return postId
  }

  it("carries public posts with it, however it is spelled", slow, async () => {
    const [eve, closed] = [await given.person(), await given.person()]
    const ids = [await written(eve, "東京 #夜景"), await written(ada, "#夜景 again")]
    await written(eve, "#夜景 for followers", "followers")
    await written(closed, "#夜景 closed")
    await given.closed(closed)
    const { channel, items } = await rss(`/t/${encodeURIComponent("夜景")}/feed.xml`)
    expect(items.map(({ guid }) => guid["#text"])).toEqual(ids.toReversed())
    expect(channel.link).toBe(`http://localhost:3000/t/${encodeURIComponent("夜景")}`)
    const feed = await json(`/t/${encodeURIComponent("夜景")}/feed.json`)
    expect(feed.items.map(({ id }) => id)).toEqual(ids.toReversed())
    expect(feed.title).toBe("#夜景 on Ichimai")
    await Post.remove(ada, { postId: ids[1] ?? "" })
    expect((await json(`/t/${encodeURIComponent("夜景")}/feed.json`)).items).toHaveLength(1)
  })

  it("is empty where nobody has used it, and refuses what is no tag", async () => {
    expect((await json("/t/nothing_here/feed.json")).items).toEqual([])
    expect((await rss("/t/NOTHING_here/feed.xml")).channel.title).toBe("#nothing_here on Ichimai")
    for (const wrong of ["2026", "a b", "a-b"]) {
      expect([wrong, (await api(`GET /t/${wrong}/feed.xml`)).status]).toEqual([wrong, 400])
    }
  })
})

import { XMLParser, XMLValidator } from "fast-xml-parser"
import { describe, expect, it } from "vitest"
import { Draft } from "@/core/draft"
import { User } from "@/core/user"
import { api } from "@/testing/api"
import { settle } from "@/testing/events"
import { given } from "@/testing/given"
import { writtenPost } from "@/testing/posts"
import { slow } from "@/testing/slow"

const site = "http://localhost:3000"
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  isArray: (name) => ["sitemap", "url", "image:image", "xhtml:link"].includes(name),
})

async function read(path: string) {
  const { status, headers, text } = await api(`GET ${path}` as `GET /${string}`)
  expect([status, headers.get("content-type")]).toEqual([200, "application/xml; charset=utf-8"])
  expect(XMLValidator.validate(text)).toBe(true)
  return parser.parse(text)
}
type Url = {
  loc: string
  lastmod?: string
  "image:image"?: { "image:loc": string }[]
  "xhtml:link": { href: string }[]
}
const urlsOn = async (day: string) => ((await read(`/sitemaps/${day}.xml`)).urlset.url ?? []) as Url[]
const day = (at: number) => new Date(at).toISOString().slice(0, 10)

describe("a day's sitemap", () => {
  it("names its public posts in both languages, and who posted them", slow, async () => {
    const ada = await given.person()
    const at = Date.UTC(2026, 0, 15, 12)
    const id = await writtenPost(ada, { at, caption: "<b>&" })
    await writtenPost(ada, { at, audience: "followers" })
    await writtenPost(ada, { at, audience: "private" })
    await writtenPost(ada, { at: Date.UTC(2026, 0, 14, 23, 59, 59, 999) })
    await writtenPost(ada, { at: Date.UTC(2026, 0, 16) })
    const urls = await urlsOn("2026-01-15")
    expect(urls.map(({ loc }) => loc)).toEqual([`${site}/u/${ada.handle}`, `${site}/p/${id}`])
    expect(urls[1]?.lastmod).toBe(new Date(at).toISOString())
    expect(urls[1]?.["xhtml:link"].map(({ href }) => href)).toEqual([`${site}/p/${id}`, `${site}/ja/p/${id}`])
    expect(urls[1]?.["image:image"]).toHaveLength(1)
    expect(await urlsOn("2026-01-17")).toEqual([])
  })

  it("names the photos of a post, but for those that are covered", slow, async () => {
    const ada = await given.person()
    const open = await given.post(ada)
    const photos = [{ photoId: await given.photo(ada), altText: "" }]
    const publication = await Draft.publish(ada, { photos, contentWarning: "A wound" })
    await settle()
    const hidden = publication.status === "published" ? publication.post.id : ""
    const urls = await urlsOn(day(Date.now()))
    const of = (id: string) => urls.find(({ loc }) => loc === `${site}/p/${id}`)
    expect((await fetch(of(open.id)?.["image:image"]?.[0]?.["image:loc"] ?? "")).status).toBe(200)
    expect(of(hidden)).toMatchObject({ lastmod: expect.any(String) })
    expect(of(hidden)).not.toHaveProperty("image:image")
  })

  it("leaves out who wants to stay out of search engines, and private accounts", slow, async () => {
    const [eve, ben] = [await given.person(), await given.person()]
    const at = Date.UTC(2026, 1, 3)
    await writtenPost(eve, { at })
    await writtenPost(ben, { at })
    expect(await urlsOn("2026-02-03")).toHaveLength(4)
    await User.update(eve, { unlisted: true })
    expect((await urlsOn("2026-02-03")).map(({ loc }) => loc)).toEqual([
      `${site}/u/${ben.handle}`,
      expect.stringContaining("/p/"),
    ])
    await given.closed(ben)
    expect(await urlsOn("2026-02-03")).toEqual([])
  })

  it("is one of a real day", async () => {
    for (const wrong of ["2026-1-1.xml", "2026-13-01.xml", "today.xml", "2026-01-01", "2026-01-01.html"]) {
      expect([wrong, (await api(`GET /sitemaps/${wrong}`)).status]).toEqual([wrong, 400])
    }
    for (const far of ["0001-01-01.xml", "9999-12-31.xml"]) {
      expect([far, (await api(`GET /sitemaps/${far}`)).status]).toEqual([far, 200])
    }
  })
})

it(
  "the index lists the days on which something was posted, and beyond what it reads at most sixty",
  slow,
  async () => {
    const listed = async () =>
      (await read("/sitemap.xml")).sitemapindex.sitemap as { loc: string; lastmod?: string }[]
    const before = await listed()
    expect(before.map(({ loc }) => loc)).toEqual(
      [day(Date.now()), "2026-02-03", "2026-01-16", "2026-01-15", "2026-01-14"].map(
        (d) => `${site}/sitemaps/${d}.xml`,
      ),
    )
    expect(before[2]?.lastmod).toBe("2026-01-16T00:00:00.000Z")
    const ada = await given.person()
    const from = Date.UTC(2026, 5, 30)
    for (let i = 0; i < 100; i++) await writtenPost(ada, { at: from - i * 3600_000 * 12 })
    const after = await listed()
    expect(after).toHaveLength(60)
    expect(after[1]?.loc).toBe(`${site}/sitemaps/2026-06-30.xml`)
    expect(new Set(after.map(({ loc }) => loc)).size).toBe(60)
    expect(after.at(-1)).toEqual({ loc: `${site}/sitemaps/${day(from - 58 * 86_400_000)}.xml` })
  },
)

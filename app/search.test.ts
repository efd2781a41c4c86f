import { beforeAll, describe, expect, it } from "vitest"
import { slow } from "@/testing/slow"
import { settle } from "../testing/events"
import { given, type Person } from "../testing/given"
import { openPage } from "../testing/page"
import { writtenPost } from "../testing/posts"
import { useSettings } from "../testing/settings"

let ada: Person
beforeAll(async () => {
  useSettings({ limits: { searchesPerMinute: 10 } })
  ada = await given.person()
  for (let i = 0; i < 3; i++) await writtenPost(ada, { caption: "Fog #朝霧 #Fog" })
  await settle()
})

describe("the page of a tag", () => {
  it.each(["fog", "nobody_used_this", encodeURIComponent("朝霧")])("opens at /t/%s", async (tag) => {
    expect(await openPage(`/t/${tag}`)).toEqual({ status: 200 })
    expect(await openPage(`/t/${tag}`, ada)).toEqual({ status: 200 })
  })

  it.each([
    ["FOG", "/t/fog"],
    ["%23Fog", "/t/fog"],
    ["%EF%BC%83fog", "/t/fog"],
    [encodeURIComponent("ﾌｫｸﾞ"), `/t/${encodeURIComponent("フォグ")}`],
  ])("has one address: %s leads to it for good", async (tag, location) => {
    expect(await openPage(`/t/${tag}`)).toEqual({ status: 308, location })
  })

  it.each(["2026", "a%20b", "%2E%2E%2Fetc", "%E6", "x".repeat(61)])("is not there at /t/%s", async (tag) => {
    expect(await openPage(`/t/${tag}`)).toEqual({ status: 404 })
  })
})

describe("the page of a search", () => {
  it.each([
    "",
    "?q=fog",
    "?q=fog&type=users",
    "?q=fog&type=tags",
    "?camera=X-T5",
    "?q=",
    "?q=a",
    "?q=%F0%9F%8C%AB",
    "?q=fog&cursor=nonsense",
    "?q=fog&type=nonsense",
    "?q=fog&q=sea",
    `?q=${"x".repeat(5000)}`,
    "?q=%00",
  ])("opens with %.30s", async (query) => {
    expect(await openPage(`/search${query}`, await given.person())).toEqual({ status: 200 })
  })

  it("says so when somebody searches too often", slow, async () => {
    const eve = await given.person()
    for (let i = 0; i < 12; i++) expect(await openPage("/search?q=fog", eve)).toEqual({ status: 200 })
  })
})

it("the tags that one follows are for members", async () => {
  expect(await openPage("/settings/tags", ada)).toEqual({ status: 200 })
  expect((await openPage("/settings/tags")).status).toBe(307)
})

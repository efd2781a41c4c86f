import { describe, expect, it } from "vitest"
import type { Post } from "../post"
import { isCalled, matches, maxQueryTerms, maxWords, nameWordsOf, queryTerms, wordsOf } from "./query"
import { maxTerms, personTerms, postTerms } from "./terms"

const post = (caption: string, ...altTexts: string[]) =>
  ({
    audience: "public",
    caption,
    photos: (altTexts.length > 0 ? altTexts : [""]).map((altText) => ({ altText })),
  }) as unknown as Post.PostRow

/** Whether the index leads to a post, and the post has what is looked for. */
const finds = (search: string, row: Post.PostRow) => {
  const words = wordsOf(search)
  const terms = postTerms(row)
  const leads = queryTerms({ words }).every((term) => terms.has(term))
  // Whatever has the words has to be led to.
  if (matches(row, { words })) expect(leads).toBe(true)
  return words.length > 0 && leads && matches(row, { words })
}

describe("a search", () => {
  it.each([
    ["fog", "Fog over the pier"],
    ["FOG pier", "Fog over the pier"],
    ["fog", "#Fog, early"],
    ["morning", "#morning_fog"],
    ["cafe", "Café de Flore"],
    ["café", "cafe"],
    ["strasse", "Die Straße"],
    ["smorrebrod", "Smørrebrød"],
    ["ｆｏｇ", "fog"],
    ["x100", "With the Ｘ１００ in hand"],
    ["don't", "Don’t look"],
    ["αθηνα", "Αθήνα"],
    ["лес", "Лес и озеро"],
    ["แมว", "แมวสองตัว"],
    ["바다", "바다 사진"],
    ["fog 🌫️", "🌫️ fog 🌊"],
    ["朝霧", "朝霧の中の桟橋"],
    ["霧", "朝霧の中の桟橋"],
    ["桟橋 朝霧", "朝霧の中の桟橋"],
    ["桟橋　朝霧", "朝霧の中の桟橋"],
    ["北海道", "冬の北海道、朝"],
    ["海道", "冬の北海道、朝"],
    ["フィルム", "フィルムで撮った"],
    ["ﾌｨﾙﾑ", "フィルムで撮った"],
    ["さくら", "近所のさくらが咲いた"],
    ["夕焼け", "#夕焼け空"],
    ["冬の朝", "朝、冬の川"],
    ["fuji 富士山", "Mt. Fuji、富士山から"],
    ["2026", "2026年の元日"],
  ])("for %s finds: %s", (search, caption) => {
    expect(finds(search, post(caption))).toBe(true)
  })

  it.each([
    ["fo", "Fog over the pier"],
    ["fog sea", "Fog over the pier"],
    ["夕日", "夕焼けと朝日"],
    ["北道", "冬の北海道"],
    ["лес", "леи"],
    ["и", "й"],
  ])("for %s does not find: %s", (search, caption) => {
    expect(finds(search, post(caption))).toBe(false)
  })

  it("does not take neighbours that are far apart for a word", () => {
    const row = post("北海の海道へ")
    expect(queryTerms({ words: ["北海道"] }).every((term) => postTerms(row).has(term))).toBe(true)
    expect(finds("北海道", row)).toBe(false)
  })

  it("looks into every description", () => {
    expect(finds("jetty grey", post("Morning", "A jetty", "Grey water"))).toBe(true)
  })

  it.each(["", " ", "a", "の", "ー", "🌫️", "!?", "...", "#", "(.*)+$", "\\", "a b c"])(
    "for %j looks for nothing",
    (search) => {
      expect(wordsOf(search)).toEqual([])
    },
  )

  it("takes the longest of too many words, and few enough terms", () => {
    const words = wordsOf("one two three four five sixty seventy eightyfold")
    expect(words).toEqual(["three", "four", "five", "sixty", "seventy", "eightyfold"])
    expect(words).toHaveLength(maxWords)
    const long = wordsOf("東京都庁展望室 北海道札幌市 夕焼け小焼け 紫陽花 向日葵 万華鏡 彼岸花")
    expect(queryTerms({ words: long, camera: "X" })).toHaveLength(maxQueryTerms)
  })
})

describe("the terms of a post", () => {
  it("are none while it is not for everybody", () => {
    for (const audience of ["followers", "private"] as const)
      expect(postTerms({ ...post("fog"), audience }).size).toBe(0)
    expect(postTerms(undefined).size).toBe(0)
  })

  it("are bounded, however much is written; the caption comes first", () => {
    const long = Array.from({ length: 300 }, (_, i) => `word${i}`).join(" ")
    const terms = postTerms(post("fog", long, long))
    expect(terms.size).toBe(maxTerms)
    expect(terms.has("fog")).toBe(true)
  })
})

describe("a person", () => {
  const person = (handle: string, name: string, hidden = false) =>
    ({ handle, name, hidden }) as unknown as Parameters<typeof personTerms>[0] & {
      handle: string
      name: string
    }
  const findsPerson = (search: string, row: ReturnType<typeof person>) => {
    const words = nameWordsOf(search)
    const terms = personTerms(row)
    return (
      words.length > 0 &&
      words.every((word) => terms.has([...word].slice(0, 12).join(""))) &&
      isCalled(row, words)
    )
  }

  it.each([
    ["jo", "jonas_weller", "Jonas Weller"],
    ["weller jonas", "jw", "Jonas Weller"],
    ["jonas_w", "jonas_weller", "J"],
    ["kitchen", "kitchen.window", "Someone"],
    ["zoe", "x", "Zoë Çelik"],
    ["山", "hanako", "山田花子"],
    ["山田花", "hanako", "山田花子"],
    ["花子", "hanako", "山田花子"],
    ["ﾊﾅ", "h", "ハナ"],
    ["christopherson", "c", "Christopherson"],
  ])("is found by %s: @%s, %s", (search, handle, name) => {
    expect(findsPerson(search, person(handle, name))).toBe(true)
  })

  it.each([
    ["j", "jonas", "Jonas"],
    ["onas", "jonas", "Jonas"],
    ["jonas weller", "jonas", "Jonas"],
    ["christophersen", "c", "Christopherson"],
  ])("is not found by %s: @%s, %s", (search, handle, name) => {
    expect(findsPerson(search, person(handle, name))).toBe(false)
  })

  it("who is hidden is found by nothing", () => {
    expect(personTerms(person("jonas", "Jonas", true)).size).toBe(0)
  })
})

import { describe, expect, it } from "vitest"
import { slow } from "../testing/slow"
import { foldTag, mentionsIn, tagsIn, textParts } from "./text-parts.schema"

describe("the parts of a text", () => {
  it.each([
    ["Fog at #Morning, with #霧 and #朝焼け。", ["morning", "霧", "朝焼け"]],
    ["＃全角 も #カメラ・レンズ も", ["全角", "カメラ・レンズ"]],
    ["#Straße #STRASSE", ["straße", "strasse"]],
    ["#café and #cafe\u0301", ["café"]],
    ["#हिन्दी #عربى", ["हिन्दी", "عربى"]],
    ["#ﾌｨﾙﾑ is #フィルム", ["フィルム"]],
    ["#2026 #1 # ## #", []],
    ["#2026年", ["2026年"]],
    ["a#b https://example.com/#frag &#39; a/#b", []],
    ["##double", []],
    [`#${"x".repeat(60)} #${"y".repeat(61)}`, ["x".repeat(60)]],
    ["(#paren) 「#かっこ」", ["paren", "かっこ"]],
    ["#½pint #ﷺ", ["12pint", "صلىاللهعليهوسلم"]],
    [`#${"ﷺ".repeat(5)}`, []],
  ])("%s has these tags", (text, tags) => {
    expect(tagsIn(text)).toEqual(tags)
  })

  it.each([
    ["Thanks @Ada_1 and @eve.b.", ["ada_1", "eve.b"]],
    ["ありがとう、@ada さん", ["ada"]],
    ["＠ada", ["ada"]],
    ["ada@example.com @example.com@x @ab @a..b", []],
    ["(@ada)", ["ada"]],
    ["@adaさんと", ["ada"]],
    ["@adaé", []],
  ])("%s mentions these people", (text, handles) => {
    expect(mentionsIn(text)).toEqual(handles)
  })

  it("fold each tag to one that folds to itself", slow, () => {
    for (let code = 0x21; code < 0x30000; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const folded = foldTag(`a${String.fromCodePoint(code)}a`)
      if (foldTag(folded) !== folded || tagsIn(`#${folded}`)[0] !== folded) throw new Error(code.toString(16))
    }
  })

  it("give the whole text again", () => {
    const text = "Hi @ada, #霧 at\n#dawn! 👩‍👩‍👧 x@y #1"
    expect(
      textParts(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text)
  })
})

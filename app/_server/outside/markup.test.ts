import { XMLParser, XMLValidator } from "fast-xml-parser"
import { describe, expect, it } from "vitest"
import { xssCorpus } from "@/testing/xss"
import { element, xml } from "./markup"

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  htmlEntities: true,
})
const parsed = (document: string) => {
  expect(XMLValidator.validate(document)).toBe(true)
  return parser.parse(document)
}

describe("markup", () => {
  it.each(xssCorpus)("keeps %s as text, in content and in attributes", (text) => {
    const { root } = parsed(xml(element("root", { title: text }, element("line", {}, text))))
    expect(root).toEqual({ title: text, line: text })
  })

  it("writes nothing that XML cannot say", () => {
    const text = "a\u0000b\u0008c\ud800d\udfffe\uffff f\tg\nh 𠮷 🌸"
    const document = xml(element("root", {}, text))
    expect(parsed(document).root).toBe("a\ufffdb\ufffdc\ufffdd\ufffde\ufffd f\tg\nh 𠮷 🌸")
    for (const character of ["\u0000", "\u0008", "\uffff"]) expect(document).not.toContain(character)
  })

  it("leaves out what has no value, and closes what has no children", () => {
    const image = element("img", { src: "/a.jpg", alt: "", srcset: undefined, hidden: false, inert: true })
    expect(String(image)).toBe('<img src="/a.jpg" alt="" inert="" />')
    expect(String(element("p", {}, undefined, false, ["a", element("br"), "b"]))).toBe("<p>a<br />b</p>")
  })
})

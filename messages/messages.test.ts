import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser"
import { describe, expect, it } from "vitest"
import en from "./en"
import fault from "./fault.json"
import ja from "./ja"

type Tree = { [key: string]: string | Tree }

/** Every sentence with the path of its key. */
const flatten = (tree: Tree, path = ""): [key: string, message: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value]] : flatten(value, `${path}${key}.`),
  )

/** The names of the arguments and tags that a sentence takes; a language may need a plural where another does not. */
function argumentsOf(elements: MessageFormatElement[]): string[] {
  const found = elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return []
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsOf(element.children)]
      case TYPE.select:
      case TYPE.plural:
        return [element.value, ...Object.values(element.options).flatMap(({ value }) => argumentsOf(value))]
      default:
        return [element.value]
    }
  })
  return [...new Set(found)].sort()
}

const shape = (tree: Tree) =>
  Object.fromEntries(flatten(tree).map(([key, message]) => [key, argumentsOf(parse(message))]))

describe("messages", () => {
  it("say the same things with the same arguments in both languages", () => {
    expect(shape(ja)).toEqual(shape(en))
    expect(shape(fault.ja)).toEqual(shape(fault.en))
  })

  it("leave nothing empty and never name the site", () => {
    const everything = [en, ja, fault.en, fault.ja].flatMap((tree) => flatten(tree))
    const wrong = everything.filter(
      ([, message]) => message.trim() === "" || /ichimai|イチマイ/i.test(message),
    )
    expect(wrong).toEqual([])
  })
})

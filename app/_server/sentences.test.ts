import { describe, expect, it } from "vitest"
import { errorCodes } from "@/core/error"
import en from "@/messages/en/errors.json"
import ja from "@/messages/ja/errors.json"
import { readSources } from "@/testing/source"
import { sentence } from "./sentences"

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name).sort()
const shape = (sentences: Record<string, string>) =>
  Object.fromEntries(Object.entries(sentences).map(([key, text]) => [key, placeholders(text)]))

describe("the sentences of refusals", () => {
  it("are the same in both languages, with the same places to fill", () => {
    expect(shape(ja)).toEqual(shape(en))
  })

  it("are there for every reason that is given", () => {
    const given = Object.entries(readSources())
      .filter(([file]) => /^(core|app)\//.test(file) && !/\.test\.|^core\/image\//.test(file))
      .flatMap(([file, text]) =>
        [
          ...text.matchAll(
            /AppError\("\w+", \{\s*reason: "(\w+)"|\{ error: "(\w+)"|invalidField\([^,]+, "(\w+)"/g,
          ),
        ].map(([, ...found]) => ({ file, reason: found.find((word) => word) ?? "" })),
      )
    expect(given.length).toBeGreaterThan(30)
    expect(given.filter(({ reason }) => !(reason in en))).toEqual([])
  })

  it("stand alone for every code", () => {
    for (const code of errorCodes) {
      const params: Record<string, number> = code === "rate_limited" ? { seconds: 5 } : {}
      for (const locale of ["en", "ja"] as const) expect(sentence(locale, code, params)).toMatch(/[.。]$/)
    }
  })
})

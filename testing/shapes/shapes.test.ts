import { PutCommand } from "@aws-sdk/lib-dynamodb"
import { describe, expect, it } from "vitest"
import { config } from "../../core/config"
import { table } from "../../core/table"
import { dynamo } from "../../core/table/client"
import { faultsBetween, rowsOf } from "./faults"
import { fixtures, present } from "./fixtures"
import { type Attribute, type Shape, type Shapes, samples } from "./shape"

const now = present()

describe("rows across releases", () => {
  it("of this release are written down: npm run shapes:write", () => {
    const written = fixtures.find(({ release }) => release === now.release)
    expect(Object.keys(written?.shapes ?? {})).toEqual(Object.keys(now.shapes))
    expect(written).toEqual(now)
  })

  it("cover every entity, each with everything it can hold and with the least", () => {
    expect(Object.keys(now.rows)).toEqual(Object.keys(table()))
    for (const [name, { full, least }] of Object.entries(now.rows)) {
      expect(Object.keys(full), name).toEqual(
        expect.arrayContaining(Object.keys(now.shapes[name]?.attributes ?? {})),
      )
      expect(Object.keys(full).length, name).toBeGreaterThanOrEqual(Object.keys(least).length)
    }
  })

  // One release back is what a rollback needs; the rows themselves may be much older.
  it.each(fixtures.map((fixture) => [fixture.release, fixture] as const))(
    "of %s are read by this one",
    (_, fixture) => {
      const faults = faultsBetween(fixture, now)
      const isLast = fixture === fixtures.at(-1) || fixture === fixtures.at(-2)
      expect(isLast ? faults : faults.filter((fault) => !fault.startsWith("going back"))).toEqual([])
    },
  )

  it.each(fixtures.map((fixture) => [fixture.release, fixture] as const))(
    "of %s are found in the table by this one",
    async (_, { rows }) => {
      for (const [name, kinds] of Object.entries(rows)) {
        for (const Item of Object.values(kinds)) {
          await dynamo.send(new PutCommand({ TableName: config.tableName, Item }))
          const entity = table()[name as "user"]
          const { data } = await entity.get(Item as never).go({ consistent: true })
          const stored = Object.entries(Item).filter(([field]) => !/^(gsi\d)?[ps]k$|^__edb/.test(field))
          expect(data, name).toEqual(Object.fromEntries(stored))
        }
      }
    },
  )
})

const text: Attribute = { type: "string", required: true }
const part = (field: string, template: string) => ({
  field,
  casing: "none",
  composite: [...template.matchAll(/\$\{(\w+)\}/g)].map(([, name = ""]) => name),
  template,
})
const like = (attributes: Record<string, Attribute> = {}, key = "LIKE#$" + "{id}"): Shape => ({
  model: { entity: "like", version: "1", service: "test" },
  attributes: {
    id: text,
    at: text,
    kind: { type: ["heart", "star"] },
    by: { type: "map", properties: { name: text } },
    ...attributes,
  },
  indexes: { byId: { pk: part("pk", key), sk: part("sk", "L") } },
})
const release = (shapes: Shapes) => ({ shapes, rows: rowsOf(shapes) })
const without = (shape: Shape, name: string): Shape => {
  const { [name]: _, ...attributes } = shape.attributes
  return { ...shape, attributes }
}

describe("the comparison of two releases", () => {
  const before = release({ like: like() })
  const faults = (after: Shapes) => faultsBetween(before, release(after))

  it("has nothing against what may come: attributes that may be absent, and new entities", () => {
    expect(faults({ like: like() })).toEqual([])
    expect(faults({ like: like({ note: { type: "string" } }) })).toEqual([])
    const other = { ...like(), model: { entity: "other", version: "1", service: "test" } }
    expect(faults({ like: like(), other })).toEqual([])
  })

  it.each<[string, Shapes, string]>([
    [
      "a new attribute that is required",
      { like: like({ note: text }) },
      "rows of before: like.note is required, and not there",
    ],
    [
      "one that is required and has a default",
      { like: like({ note: { ...text, default: "x" } }) },
      "like.note is required",
    ],
    [
      "one that became required",
      { like: like({ kind: { type: ["heart", "star"], required: true } }) },
      "rows of before: like.kind is required",
    ],
    [
      "a required one inside another",
      {
        like: like({
          by: { type: "map", properties: { name: text, age: { type: "number", required: true } } },
        }),
      },
      "like.by.age is required",
    ],
    ["a lost one", { like: without(like(), "at") }, "going back: like.at is required, and not there"],
    [
      "a lost one that was optional",
      { like: without(like(), "by") },
      "like.by is stored, and nobody reads it any more",
    ],
    ["a renamed one", { like: without(like({ when: text }), "at") }, "like.when is required, and not there"],
    [
      "one that is no longer always written",
      { like: like({ at: { type: "string" } }) },
      "going back: like.at is required",
    ],
    [
      "another type",
      { like: like({ at: { type: "number", required: true } }) },
      "like.at is a string, not a number",
    ],
    [
      "a value that is no longer known",
      { like: like({ kind: { type: ["star"] } }) },
      'like.kind does not know "heart"',
    ],
    [
      "a value that the last release does not know",
      { like: like({ kind: { type: ["heart", "star", "thumb"] } }) },
      'going back: like.kind does not know "thumb"',
    ],
    ["another key", { like: like({}, "L#$" + "{id}") }, "like: its key byId is another"],
    [
      "another version",
      { like: { ...like(), model: { entity: "like", version: "2", service: "test" } } },
      "like: its model is another",
    ],
    ["an entity that is gone", {}, "like: the entity is gone"],
  ])("sees %s", (_, after, fault) => {
    expect(faults(after)).toContainEqual(expect.stringContaining(fault))
  })

  it("gives the same rows for the same shape", () => {
    expect(samples(like())).toEqual(samples(like()))
    expect(samples(like()).least).not.toHaveProperty("kind")
  })
})

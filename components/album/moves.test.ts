import { expect, it } from "vitest"
import { type Move, moved, movedIn, moveOf } from "./moves"

const ids = ["a", "b", "c", "d", "e"]
const after = (chosen: string[], way: Parameters<typeof moveOf>[2]) => {
  const move = moveOf(ids, chosen, way)
  return (
    move &&
    moved(
      ids.map((id) => ({ id })),
      move as Move,
    )
      .map(({ id }) => id)
      .join("")
  )
}

it.each([
  [["c"], "earlier", "acbde"],
  [["c"], "later", "abdce"],
  [["c"], "first", "cabde"],
  [["c"], "last", "abdec"],
  [["a"], "earlier", undefined],
  [["e"], "later", undefined],
  [["b", "d"], "earlier", "bdace"],
  [["b", "d"], "later", "acebd"],
  [["b", "d"], "last", "acebd"],
  [[], "first", undefined],
] as const)("%j moved %s", (chosen, way, expected) => {
  expect(after([...chosen], way)).toBe(expected)
})

it.each([
  ["1", "acd"],
  [null, "acdb"],
])("what goes to the end is shown there once the end is loaded (cursor %j)", (cursor, expected) => {
  const list = { items: ["a", "b", "c", "d"].map((id) => ({ id })), cursor }
  const { items } = movedIn(list, { postIds: ["b"], to: "last" })
  expect(items.map(({ id }) => id).join("")).toBe(expected)
})

import { expect, it } from "vitest"
import { placeAt } from "./order"

it.each([
  [0, 0],
  [101, 1],
  [299, 2],
  [999, 3],
])("at %i the row is number %i", (y, place) => {
  expect(placeAt(y, [100, 200, 300])).toBe(place)
})

import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { keyReader } from "./key-reader"

let dialog: object | null
class Field {
  isContentEditable = false
  matches = () => true
}
beforeEach(() => {
  dialog = null
  vi.useFakeTimers()
  vi.stubGlobal("document", { querySelector: () => dialog })
  vi.stubGlobal("HTMLElement", Field)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const press = (key: string, over: object = {}) => ({
  key,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  repeat: false,
  target: null,
  ...over,
})

it("reads a key that is pressed alone", () => {
  const read = keyReader()
  expect([read(press("h")), read(press("l"))]).toEqual(["h", "l"])
})

it("reads nothing of a key that is held down, with another, or typed", () => {
  const read = keyReader()
  for (const over of [{ repeat: true }, { metaKey: true }, { ctrlKey: true }, { altKey: true }])
    expect(read(press("l", over))).toBeUndefined()
  expect(read(press("l", { target: new Field() }))).toBeUndefined()
})

it("reads nothing over a dialog", () => {
  const read = keyReader()
  dialog = {}
  expect(read(press("l"))).toBeUndefined()
  dialog = null
  expect(read(press("l"))).toBe("l")
})

it('reads the one key after "g" together with it, for a while', () => {
  const read = keyReader()
  expect(["g", "h", "h"].map((key) => read(press(key)))).toEqual(["g", "g h", "h"])
  read(press("g"))
  vi.advanceTimersByTime(2000)
  expect(read(press("h"))).toBe("h")
})

import { expect, it } from "vitest"
import { addressShown } from "./address-shown"

it.each([
  ["https://arrieta.example/", "arrieta.example"],
  ["http://www.arrieta.example/prints/?utm=1#top", "arrieta.example/prints"],
  ["https://a.example:8080/%E5%86%99%E7%9C%9F", "a.example:8080/写真"],
  ["https://a.example/%E0%A4%A", "a.example/%E0%A4%A"],
  ["https://a.example/%E2%80%AEgpj", "a.example/%E2%80%AEgpj"],
  ["https://xn--r8jz45g.example/", "xn--r8jz45g.example"],
])("%s is shown as %s", (url, shown) => {
  expect(addressShown(url)).toBe(shown)
})

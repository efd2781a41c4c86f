import { expect, it } from "vitest"
import { deedOf } from "./deed-of"

it.each([
  ["all_rights_reserved", undefined],
  ["cc_by", "https://creativecommons.org/licenses/by/4.0/deed.en"],
  ["cc_by_nc_nd", "https://creativecommons.org/licenses/by-nc-nd/4.0/deed.en"],
  ["cc0", "https://creativecommons.org/publicdomain/zero/1.0/deed.en"],
] as const)("%s leads to %s", (license, deed) => {
  expect(deedOf(license, "en")).toBe(deed)
  expect(deedOf(license, "ja")).toBe(deed?.replace("deed.en", "deed.ja"))
})

import { expect, it } from "vitest"
import type { LinkView } from "@/core/share/share.schema"
import { changeOf, endFault, newLinkOf, startOf } from "./link-draft"

const endsAt = "2026-10-04T10:00:00.000Z"
const link: LinkView = {
  id: "shr_1",
  name: "Family",
  kind: "view",
  hasPassword: false,
  noDownload: false,
  noCamera: false,
  comments: false,
  createdAt: "2026-09-01T10:00:00.000Z",
  endsAt,
  ended: false,
}

it("refuses an end that was switched on and has no time, which would be no end at all", () => {
  expect(endFault({ ...startOf(), endsAt: "" })).toBe("endMissing")
  expect(endFault({ ...startOf(link), endsAt: "" })).toBe("endMissing")
})

it("takes a link with an end, and one without", () => {
  expect([endFault(startOf()), endFault(startOf(link))]).toEqual([undefined, undefined])
  expect(newLinkOf({ ...startOf(), endsAt })).toMatchObject({ endsAt })
})

it("takes an end away only where it is switched off", () => {
  expect(changeOf(startOf(link), link)).not.toHaveProperty("endsAt")
  expect(changeOf({ ...startOf(link), endsAt: undefined }, link)).toMatchObject({ endsAt: "" })
})

import { describe, expect, it } from "vitest"
import { type Content, changesOf, moved } from "./content"

const photo = (photoId: string, altText = "") => ({ photoId, altText, state: "ready" as const })
const content: Content = {
  photos: [photo("a"), photo("b"), photo("c")],
  caption: "One",
  visibility: "public",
  commentsAllowed: true,
  license: "all_rights_reserved",
  contentWarning: "",
  showCamera: false,
  location: "off",
}

describe("what an edit sends", () => {
  it("is what differs and nothing else", () => {
    expect(changesOf(content, { ...content })).toEqual({})
    expect(changesOf(content, { ...content, caption: "Two", showCamera: true })).toEqual({
      caption: "Two",
      showCamera: true,
    })
  })

  it("is all photos when one of them, or their order, differs", () => {
    const described = { ...content, photos: [photo("a", "A boat"), photo("b"), photo("c")] }
    expect(changesOf(content, described)).toEqual({
      photos: [
        { photoId: "a", altText: "A boat" },
        { photoId: "b", altText: "" },
        { photoId: "c", altText: "" },
      ],
    })
    const ordered = { ...content, photos: moved(content.photos, 2, 0) }
    expect(changesOf(content, ordered).photos?.map(({ photoId }) => photoId)).toEqual(["c", "a", "b"])
  })
})

it("a photo moves to another place, and nowhere where there is none", () => {
  const order = (from: number, to: number) => moved(content.photos, from, to).map(({ photoId }) => photoId)
  expect([order(0, 1), order(2, 1), order(1, 2), order(7, 0)]).toEqual([
    ["b", "a", "c"],
    ["a", "c", "b"],
    ["a", "c", "b"],
    ["a", "b", "c"],
  ])
})

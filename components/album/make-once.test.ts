import { afterEach, expect, it, vi } from "vitest"
import { albums } from "@/components/api/albums"
import { ProblemError } from "@/components/api-call"
import type { AlbumView } from "@/core/album/album.schema"
import { makeOnce } from "./make-once"

afterEach(() => vi.restoreAllMocks())

const view = (title: string) => ({ id: "alb_1", title }) as AlbumView

it("makes one album, however often its form is sent", async () => {
  const create = vi.spyOn(albums, "create").mockResolvedValue(view("Picos"))
  const edit = vi.spyOn(albums, "edit").mockResolvedValue(view("Picos"))
  const make = makeOnce()
  const words = { title: "Picos", parentId: "alb_0" }
  expect([await make(words), await make(words)]).toEqual([view("Picos"), view("Picos")])
  expect([create.mock.calls, edit.mock.calls]).toEqual([[[words, expect.any(String)]], []])
})

it("tells the one that is made what was typed since", async () => {
  const create = vi.spyOn(albums, "create").mockResolvedValue(view("Picos"))
  const edit = vi.spyOn(albums, "edit").mockResolvedValue(view("Picos, October"))
  const make = makeOnce()
  await make({ title: "Picos", parentId: "alb_0" })
  const typed = { title: "Picos, October", parentId: "alb_0" }
  expect([await make(typed), await make(typed)]).toEqual([view("Picos, October"), view("Picos, October")])
  expect(create).toHaveBeenCalledOnce()
  expect(edit.mock.calls).toEqual([["alb_1", { title: "Picos, October" }]])
})

it("sends one whose answer got lost again as it was, under the same key, and then tells what was typed since", async () => {
  const create = vi
    .spyOn(albums, "create")
    .mockRejectedValueOnce(new ProblemError({ code: "unreachable", status: 0 }))
    .mockResolvedValue(view("Picos"))
  const edit = vi.spyOn(albums, "edit").mockResolvedValue(view("Picos, October"))
  const make = makeOnce()
  await expect(make({ title: "Picos", parentId: "alb_0" })).rejects.toThrow("unreachable")
  expect(await make({ title: "Picos, October", parentId: "alb_0" })).toEqual(view("Picos, October"))
  const [first, second] = create.mock.calls
  expect(first).toEqual([{ title: "Picos", parentId: "alb_0" }, expect.stringMatching(/^[\w-]{8,128}$/)])
  expect(second).toEqual(first)
  expect(edit.mock.calls).toEqual([["alb_1", { title: "Picos, October" }]])
})

it("makes what was typed since a refusal, under a key of its own", async () => {
  const create = vi
    .spyOn(albums, "create")
    .mockRejectedValueOnce(new ProblemError({ code: "invalid", status: 400 }))
    .mockResolvedValue(view("Picos"))
  const edit = vi.spyOn(albums, "edit")
  const make = makeOnce()
  await expect(make({ title: "P" })).rejects.toThrow("invalid")
  await make({ title: "Picos" })
  expect(create.mock.calls.map(([{ title }]) => title)).toEqual(["P", "Picos"])
  expect(new Set(create.mock.calls.map(([, key]) => key)).size).toBe(2)
  expect(edit).not.toHaveBeenCalled()
})

it("tries again to make one that was refused", async () => {
  vi.spyOn(albums, "create").mockRejectedValueOnce(new Error("no")).mockResolvedValue(view("Picos"))
  const make = makeOnce()
  await expect(make({ title: "Picos" })).rejects.toThrow("no")
  expect(await make({ title: "Picos" })).toEqual(view("Picos"))
})

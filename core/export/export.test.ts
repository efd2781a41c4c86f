import { createHash } from "node:crypto"
import { describe, expect, it, vi } from "vitest"
import { handler as background } from "../../functions/background"
import { archiveOf, finished } from "../../testing/archive"
import { settle } from "../../testing/events"
import { justBefore, killedAfter } from "../../testing/faults"
import { given } from "../../testing/given"
import { mailsTo } from "../../testing/mail"
import { slow } from "../../testing/slow"
import { config } from "../config"
import { Export } from "../export"
import { Storage } from "../storage"
import { table } from "../table"
import { Manifest } from "./manifest.schema"

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex")

describe("an archive", () => {
  it("holds the photos byte for byte, what was said of them, and a page that shows them", slow, async () => {
    const ada = await given.person()
    const bytes = await given.jpeg()
    const photoId = await given.photo(ada, bytes)
    await given.post(ada, { photos: [photoId], caption: "Lanterns <b> & more", visibility: "followers" })
    const { id, state } = await Export.start(ada, {})
    expect(state).toBe("working")
    const view = await finished(ada)
    expect(view).toMatchObject({ id, state: "ready", problems: 0, photos: { done: 1, total: 1 } })
    const files = await archiveOf(ada, view)
    expect([...files.keys()].sort()).toEqual(
      [
        "about.json",
        "account.json",
        "index.html",
        "manifest.json",
        "photos/post-1-1.jpg",
        "photos/post-1.json",
        ...[...files.keys()].filter((name) => name.startsWith("previews/")),
      ].sort(),
    )
    expect(sha256(files.get("photos/post-1-1.jpg") as Buffer)).toBe(sha256(bytes))
    const manifest = Manifest.parse(JSON.parse(String(files.get("manifest.json"))))
    expect(manifest.files).toEqual([
      { path: "photos/post-1-1.jpg", byteLength: bytes.length, sha256: sha256(bytes) },
    ])
    expect(manifest.posts[0]).toMatchObject({
      caption: "Lanterns <b> & more",
      visibility: "followers",
      photos: [{ file: "photos/post-1-1.jpg", altText: "A plain colour" }],
    })
    expect(String(files.get("manifest.json"))).not.toMatch(/pst_|pho_|usr_/)
    expect(String(files.get("index.html"))).toContain("Lanterns &#60;b&#62; &#38; more")
    await settle()
    const mails = (await mailsTo(ada.email)).map(({ subject }) => subject)
    expect(mails).toContain("Your archive of Ichimai is ready")
  })

  it("is not begun twice by who asks twice at once", async () => {
    const ada = await given.person()
    const start = () => Export.start(ada, {})
    const late = justBefore("PutItemCommand", start, start)
    await expect(late).rejects.toMatchObject({ code: "conflict", reason: "export_running" })
    expect((await Export.list(ada, {})).items.map(({ state }) => state)).toEqual(["working"])
  })

  it("leaves nothing of who leaves, also what was written when its row was gone", async () => {
    const { userId } = await given.person()
    const key = Storage.exportKey({ userId, exportId: `exp_${"0".repeat(26)}`, name: "part-1.zip" })
    await Storage.put(config.originalsBucket, key, Buffer.from("late"), "application/zip")
    expect(await Export.eraseOf(userId)).toEqual({ more: false })
    expect(await Storage.keys(config.originalsBucket, Storage.exportPrefix(userId))).toEqual([])
  })

  it("is one at a time, only its person's, and takes its files with it", slow, async () => {
    const [ada, bo] = [await given.person(), await given.person()]
    await Export.start(ada, {})
    await expect(Export.start(ada, {})).rejects.toMatchObject({ code: "conflict", reason: "export_running" })
    const { id: exportId } = await finished(ada)
    await expect(Export.address(bo, { exportId, part: 1 })).rejects.toMatchObject({ code: "not_found" })
    await expect(Export.address(ada, { exportId, part: 2 })).rejects.toMatchObject({ code: "not_found" })
    await expect(Export.remove(bo, { exportId })).rejects.toMatchObject({ code: "not_found" })
    const prefix = Storage.exportPrefix(ada.userId)
    expect((await Storage.keys(config.originalsBucket, prefix)).length).toBeGreaterThan(1)
    await Export.remove(ada, { exportId })
    await settle()
    expect(await Storage.keys(config.originalsBucket, prefix)).toEqual([])
    expect(await Export.list(ada, {})).toEqual({ items: [] })
  })

  it("says which originals are not there, or are not what was sent", slow, async () => {
    const ada = await given.person()
    const [gone, changed] = [await given.photo(ada), await given.photo(ada)]
    await given.post(ada, { photos: [gone, changed] })
    const key = (photoId: string) => Storage.originalKey({ kind: "kept", userId: ada.userId, photoId })
    await Storage.removeAll(config.originalsBucket, key(gone))
    await Storage.write(config.originalsBucket, key(changed), Buffer.from("other"), "image/jpeg")
    await Export.start(ada, {})
    const view = await finished(ada)
    expect(view.problems).toBe(2)
    const files = await archiveOf(ada, view)
    const manifest = Manifest.parse(JSON.parse(String(files.get("manifest.json"))))
    expect(manifest.files.map(({ path, problem }) => [path, problem])).toEqual([
      ["photos/post-1-1.jpg", "missing"],
      ["photos/post-1-2.jpg", "differs"],
    ])
    expect(files.has("photos/post-1-1.jpg")).toBe(false)
  })

  it("stays with who reads what goes into it, however long that takes", slow, async () => {
    const ada = await given.person()
    const { id: exportId } = await Export.start(ada, {})
    const row = async () => (await table().export.get({ userId: ada.userId, exportId }).go()).data
    const holders: (string | undefined)[] = []
    const minutesLater = async () => {
      holders.push((await row())?.leaseBy)
      for (let seconds = 0; seconds < 300; seconds += 15) {
        await vi.advanceTimersByTimeAsync(15_000)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      await Export.goOn(Date.now() + 60_000)
      holders.push((await row())?.leaseBy)
    }
    vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"], now: Date.now() })
    try {
      await justBefore("GetItemCommand", minutesLater, () => Export.goOn(Date.now() + 600_000))
    } finally {
      vi.useRealTimers()
    }
    expect(holders[0]).toMatch(/./)
    expect(holders[1]).toBe(holders[0])
    expect((await Export.list(ada, {})).items).toMatchObject([{ id: exportId, state: "ready" }])
  })

  it("whose making is cut off again and again is told of as failed, by mail too", slow, async () => {
    const ada = await given.person()
    const { id: exportId } = await Export.start(ada, {})
    const where = { userId: ada.userId, exportId }
    for (let run = 0; run < 5; run++) {
      // Until it reads what goes into it.
      expect(await killedAfter(3, () => Export.goOn(Date.now() + 60_000))).toBe(true)
      expect((await table().export.get(where).go()).data?.state).toBe("working")
      await table().export.patch(where).set({ leaseUntil: 0, state: "working", updatedAt: "2026" }).go()
    }
    await Export.goOn(Date.now() + 60_000)
    expect((await Export.list(ada, {})).items).toMatchObject([{ id: exportId, state: "failed" }])
    await settle()
    const mails = (await mailsTo(ada.email)).map(({ subject }) => subject)
    expect(mails).toEqual(["Your archive of Ichimai could not be made"])
  })

  it("that fails again and again says so, and another may be asked for", slow, async () => {
    const ada = await given.person()
    const { id: exportId } = await Export.start(ada, {})
    const where = { userId: ada.userId, exportId }
    await table().export.patch(where).set({ faults: 4, parts: 1, state: "working", updatedAt: "2026" }).go()
    await Storage.write(
      config.originalsBucket,
      Storage.exportKey({ ...where, name: "plan.json" }),
      Buffer.from("{"),
      "x",
    )
    await expect(background({} as never)).rejects.toThrow("1 pieces of work")
    expect((await Export.list(ada, {})).items).toMatchObject([{ id: exportId, state: "failed" }])
    expect((await Export.start(ada, {})).state).toBe("working")
    await finished(ada)
  })
})

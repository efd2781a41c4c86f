import { beforeAll, describe, expect, it } from "vitest"
import { given } from "../../testing/given"
import { ended, ledgerOf, processed, sent } from "../../testing/imports"
import { instagramArchive } from "../../testing/instagram"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { zipped } from "../../testing/zip"
import { config } from "../config"
import { Post } from "../post"
import { Storage } from "../storage"
import { table } from "../table"
import { Import } from "./index"

const at = Date.UTC(2021, 3, 1) / 1000
const archiveOf = (photos: Buffer[]) =>
  instagramArchive(
    photos.map((bytes, i) => ({
      at: at + i,
      title: `Post ${i}`,
      media: [{ uri: `media/posts/202104/${i}.jpg`, bytes }],
    })),
  )
const photos = (count: number) => Promise.all(Array.from({ length: count }, () => given.jpeg()))
beforeAll(() => useSettings({ limits: { importPhotosPerDay: 2, importFileBytes: 100_000 } }))

/** Some rounds: other imports of this file may have their turn first. */
async function rounds() {
  for (let i = 0; i < 6; i++) await Import.goOn(Date.now() + 20)
}

describe("an archive that cannot be used", () => {
  it.each([
    ["not_zip", Buffer.from("This is no archive at all, only words.")],
    ["html_format", zipped([{ name: "your_instagram_activity/media/posts_1.html", bytes: "<html>" }])],
    ["unknown_kind", zipped([{ name: "holiday/a.jpg", bytes: "x" }])],
    ["nothing_in_it", zipped([{ name: "your_instagram_activity/media/posts_1.json", bytes: "[]" }])],
  ])("says why: %s", async (reason, archive) => {
    const ada = await given.person()
    const { id } = await sent(ada, [archive])
    expect(await ended(ada, id)).toMatchObject({ state: "failed", reason })
    expect(await Storage.keys(config.originalsBucket, Storage.importPrefix(ada.userId, id))).toEqual([])
  })
})

describe("the way there", () => {
  it("is one at a time, each file within bounds, and begins when all parts are there", async () => {
    const ada = await given.person()
    const files = (byteLength: number) => ({ files: [{ name: "a.zip", byteLength }] })
    await expect(Import.begin(ada, files(100_001))).rejects.toMatchObject({ code: "too_large" })
    const { id: importId } = await Import.begin(ada, files(500))
    await expect(Import.begin(ada, files(500))).rejects.toMatchObject({ reason: "import_running" })
    await expect(Import.completeFile(ada, { importId, file: 0 })).rejects.toMatchObject({
      reason: "archive_parts_missing",
    })
    const bob = await given.person()
    await expect(Import.fileProgress(bob, { importId, file: 0 })).rejects.toMatchObject({ code: "not_found" })
    await Import.cancel(ada, { importId })
    await rounds()
    await expect(
      Import.signFileParts(ada, { importId, file: 0, parts: [{ partNumber: 1, sha256: "0".repeat(64) }] }),
    ).rejects.toMatchObject({ code: "conflict" })
    await Import.begin(ada, files(500))
  })
})

describe("under way", () => {
  it("pauses when the day's share is in, until the next day", slow, async () => {
    const ada = await given.person()
    const { id } = await sent(ada, [archiveOf(await photos(3))])
    const paused = await ended(ada, id)
    expect(paused).toMatchObject({ state: "paused", reason: "quota", counts: { imported: 2, total: 3 } })
    await rounds()
    expect((await Import.get(ada, { importId: id })).state).toBe("paused")
    expect(Date.parse(paused.resumesAt ?? "") % 86_400_000).toBe(0)
    expect(Date.parse(paused.resumesAt ?? "")).toBeGreaterThan(Date.now())
  })

  it("can be paused, gone on with, and ended; what came in stays", slow, async () => {
    const ada = await given.person()
    const importId = (await sent(ada, [archiveOf(await photos(2))])).id
    await expect(Import.change(ada, { importId, action: "pause" })).rejects.toMatchObject({
      code: "conflict",
    })
    await rounds()
    await Import.change(ada, { importId, action: "pause" })
    await processed(ada)
    await rounds()
    expect(await Post.newest(ada.userId, undefined, 9)).toEqual([])
    await Import.change(ada, { importId, action: "resume" })
    await rounds()
    expect(await Post.newest(ada.userId, undefined, 9)).toHaveLength(2)
    await Import.cancel(ada, { importId })
    await rounds()
    expect(await Post.newest(ada.userId, undefined, 9)).toHaveLength(2)
    expect(await Storage.keys(config.originalsBucket, Storage.importPrefix(ada.userId, importId))).toEqual([])
  })

  it("brings nothing in twice that is here already", slow, async () => {
    const ada = await given.person()
    const archive = archiveOf(await photos(2))
    await ended(ada, (await sent(ada, [archive])).id)
    const again = await ended(ada, (await sent(ada, [archive])).id)
    expect(again.counts).toEqual({ total: 2, imported: 0, duplicate: 2, skipped: 0 })
    expect(await Post.newest(ada.userId, undefined, 9)).toHaveLength(2)
  })
})

it("who leaves leaves nothing of it", slow, async () => {
  const ada = await given.person()
  const { id } = await sent(ada, [archiveOf(await photos(1))])
  await ended(ada, id)
  expect(await ledgerOf(ada, id)).toHaveLength(1)
  const other = await sent(ada, [archiveOf(await photos(1))])
  for (let more = true; more; ) more = (await Import.eraseOf(ada.userId)).more
  for (const importId of [id, other.id]) {
    const { data } = await table().importEntry.query.byImport({ importId }).go()
    expect(data).toEqual([])
    expect(await Storage.keys(config.originalsBucket, Storage.importPrefix(ada.userId, importId))).toEqual([])
  }
  expect((await Import.list(ada, {})).items).toEqual([])
})

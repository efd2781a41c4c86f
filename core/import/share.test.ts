import { beforeAll, expect, it } from "vitest"
import { finished, zipsOf } from "../../testing/archive"
import { given } from "../../testing/given"
import { ended, ledgerOf, sent } from "../../testing/imports"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { Draft } from "../draft"
import { Export } from "../export"
import { table } from "../table"
import { Import } from "./index"

beforeAll(() => useSettings({ limits: { importPhotosPerDay: 2 } }))

it("drafts wait for the next day as posts do, when the day's share is in", slow, async () => {
  const ada = await given.person()
  for (const caption of ["One", "Two"]) await given.post(ada, { caption })
  await Draft.save(ada, { photos: [{ photoId: await given.photo(ada) }], caption: "Not yet" })
  await Export.start(ada, {})
  const zips = await zipsOf(ada, await finished(ada))

  const fresh = await given.person()
  const { id: importId } = await sent(fresh, zips)
  const paused = await ended(fresh, importId)
  expect(paused).toMatchObject({ state: "paused", reason: "quota" })
  expect(paused.counts).toMatchObject({ imported: 2, skipped: 0 })
  expect((await Draft.list(fresh, {})).items).toEqual([])

  // The next day comes.
  const day = `${new Date().toISOString().slice(0, 10)}#IMPORT`
  await table().quota.delete({ userId: fresh.userId, day }).go()
  const at = "2026-01-01T00:00:00.000Z"
  await table().import.patch({ userId: fresh.userId, importId }).set({ queue: "LATER", at }).go()
  await Import.goOn(0)
  expect(await ended(fresh, importId)).toMatchObject({ state: "done", counts: { skipped: 0 } })
  expect((await ledgerOf(fresh, importId)).map(({ reason }) => reason)).not.toContain("too_large")
  expect((await Draft.list(fresh, {})).items.map(({ caption }) => caption)).toEqual(["Not yet"])
})

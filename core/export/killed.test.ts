import { beforeAll, expect, it } from "vitest"
import { archiveOf, finished } from "../../testing/archive"
import { killedEverywhere } from "../../testing/faults"
import { given } from "../../testing/given"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { config } from "../config"
import { Storage } from "../storage"
import { table } from "../table"
import { Export } from "./index"

// A part a photo.
beforeAll(() => useSettings({ limits: { archivePartBytes: 66_000 } }))

it("cut off after any call, an archive is gone on with, and is the same", slow, async () => {
  const ada = await given.person()
  await given.post(ada, { photos: [await given.photo(ada), await given.photo(ada)], caption: "Two" })
  const at = "2026-11-29T00:00:00.000Z"
  const row = { userId: ada.userId, exportId: `exp_${"0".repeat(26)}` }
  const whole = new Set<string>()
  const times = await killedEverywhere(async (killed) => {
    const begun = { ...row, state: "working" as const, made: [], createdAt: at, updatedAt: at }
    await table()
      .export.put({ ...begun, expires: 9_999_999_999 })
      .go()
    await killed(() => Export.goOn(Date.now() + 60_000))
    // Time goes by: whoever held it is gone.
    const { data: left } = await table().export.get(row).go({ consistent: true })
    if (left?.state === "working")
      await table().export.patch(row).set({ leaseUntil: 0, state: "working", updatedAt: at }).go()
    const view = await finished(ada)
    const files = await archiveOf(ada, { ...view, parts: view.parts.slice(0, 1) })
    whole.add(
      `${files.get("manifest.json")}${view.parts.map(({ photos }) => photos)}${view.parts[1]?.sha256}`,
    )
    await Export.eraseOf(ada.userId)
    expect(await Storage.keys(config.originalsBucket, Storage.exportPrefix(ada.userId))).toEqual([])
  })
  expect(times).toBeGreaterThan(20)
  expect(whole.size).toBe(1)
  expect([...whole][0]).toContain('"photos": 2')
})

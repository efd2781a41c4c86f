import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { unzipped } from "../testing/unzip"
import { expect, expectAccessible, photoBytes, post, signIn, test } from "./fixtures"
import { pathIn, words } from "./words"

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex")

for (const locale of ["en", "ja"] as const) {
  test(`a person takes everything along (${locale})`, async ({ page, context, somebody }) => {
    const t = words(locale)
    const ada = await somebody()
    await post(ada, "skyline")
    await post(ada, "ivy", "private")
    await signIn(context, ada)
    await page.goto(pathIn(locale, "/settings/data"))
    await page.getByRole("button", { name: t("data.export.start") }).click()
    const download = page.getByRole("link", { name: t("data.export.download") })
    await expect(download).toBeVisible({ timeout: 90_000 })
    await expectAccessible(page)

    const coming = page.waitForEvent("download")
    await download.click()
    const file = await (await coming).path()
    const files = await unzipped(await readFile(file))
    const manifest = JSON.parse(String(files.get("manifest.json")))
    expect(manifest.counts).toMatchObject({ posts: 2, photos: 2 })
    const sent = await Promise.all(["skyline", "ivy"].map(photoBytes))
    const kept = [1, 2].map((n) => files.get(`photos/post-${n}-1.jpg`) as Buffer)
    expect(kept.map(sha256)).toEqual(sent.map(sha256))
    expect(manifest.posts.map(({ visibility }: { visibility: string }) => visibility)).toEqual([
      "public",
      "private",
    ])

    await page.getByRole("button", { name: t("data.export.remove"), exact: true }).click()
    await page
      .getByRole("dialog")
      .getByRole("button", { name: t("data.export.remove") })
      .click()
    await expect(download).toHaveCount(0)
  })
}

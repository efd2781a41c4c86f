import { PostView } from "../core/post/post.schema"
import { instagramArchive } from "../testing/instagram"
import { expect, expectAccessible, photoBytes, signIn, test } from "./fixtures"
import { locales, pathIn, words } from "./words"

const at = Date.UTC(2020, 0, 15) / 1000

for (const locale of locales) {
  test(`an Instagram archive comes in, in order, and what stays out is named (${locale})`, async ({
    page,
    context,
    somebody,
  }) => {
    // The background looks for work every minute.
    test.setTimeout(240_000)
    const t = words(locale)
    const ada = await somebody()
    await signIn(context, ada)
    const [one, two, three] = await Promise.all(["otter", "bridge", "clock"].map(photoBytes))
    const picture = (name: string, bytes = one) => ({ uri: `media/posts/202001/${name}.jpg`, bytes })
    const archive = instagramArchive([
      { at, media: [{ ...picture("otter", one), title: "こんにちは、カワウソ 🦦 #川" }] },
      {
        at: at + 60,
        title: "Zoë’s bridge",
        media: [picture("bridge", two), { uri: "media/posts/202001/film.mp4", bytes: Buffer.from("film") }],
      },
      { at: at + 120, title: "The last", media: [picture("clock", three)] },
    ])

    await test.step("the archive is chosen, sent and brought in", async () => {
      await page.goto(pathIn(locale, "/settings/data"))
      const choosing = page.waitForEvent("filechooser")
      await page.getByRole("button", { name: t("data.import.choose") }).click()
      await (await choosing).setFiles({ name: "instagram.zip", mimeType: "application/zip", buffer: archive })
      await expect(page.getByText(t("data.import.state.done"))).toBeVisible({ timeout: 150_000 })
      await expect(
        page.getByText(t("data.import.counts", { imported: 3, duplicate: 0, skipped: 1 })),
      ).toBeVisible()
    })

    await test.step("the list names the film that stayed out", async () => {
      await page.getByText(t("data.import.leftOut")).click()
      await expect(page.getByText("film.mp4")).toBeVisible()
      await expect(page.getByText(t("data.import.entry.video"))).toBeVisible()
      await expectAccessible(page)
    })

    await test.step("the posts stand on the wall by their time, with their words, for nobody else", async () => {
      const posts = await ada.site.list(`/api/users/${ada.handle}/posts`, PostView)
      expect(posts.map(({ caption, createdAt, visibility }) => [caption, createdAt, visibility])).toEqual(
        [
          ["The last", at + 120],
          ["Zoë’s bridge", at + 60],
          ["こんにちは、カワウソ 🦦 #川", at],
        ].map(([caption, time]) => [caption, new Date(Number(time) * 1000).toISOString(), "private"]),
      )
      await page.goto(pathIn(locale, `/u/${ada.handle}`))
      await expect(page.locator("main a[href*='/p/pst_']").first()).toBeVisible()
    })
  })
}

import { drop, expect, expectAccessible, signIn, test, watch } from "./fixtures"
import { locales, pathIn, words } from "./words"

for (const locale of locales) {
  test(`kept, published, covered, edited, narrowed (${locale})`, async ({
    page,
    context,
    browser,
    somebody,
  }) => {
    const t = words(locale)
    const ada = await somebody()
    await signIn(context, ada)
    const described = "A wren looks up from its stone"
    const visit = await browser.newContext()
    const reader = await visit.newPage()
    const complaints = watch(reader)

    await test.step("she keeps two photos and a warning as a draft", async () => {
      await page.goto(pathIn(locale, "/upload"))
      await drop(page, ["wren", "fig"])
      await page.getByLabel(t("upload.photo.alt", { place: 1 })).fill(described)
      await page.getByLabel(t("upload.caption"), { exact: true }).fill("First words")
      await page.getByRole("switch", { name: t("upload.warning.label") }).click()
      await page.getByLabel(t("upload.warning.text")).fill("A bird of prey")
      await expect(page.getByText(t("upload.stage.ready"), { exact: true })).toHaveCount(2)
      await expectAccessible(page)
      await page.getByRole("button", { name: t("upload.publish.save") }).click()
      await page.waitForURL(`**${pathIn(locale, "/drafts")}`)
    })

    await test.step("she gives it a time, and then publishes it at once after all", async () => {
      await page.getByRole("link", { name: "First words", exact: true }).click()
      await page.getByRole("switch", { name: t("upload.schedule.label") }).click()
      await page.getByRole("button", { name: t("drafts.schedule") }).click()
      await expect(page.getByText(t("drafts.status.scheduled"), { exact: true })).toBeVisible()
      await expectAccessible(page)
      await page.getByRole("button", { name: t("drafts.publish") }).click()
      await page.waitForURL("**/p/pst_*")
    })
    const postUrl = page.url()

    await test.step("a reader loads nothing of the photo before choosing to", async () => {
      const loaded: string[] = []
      reader.on("request", (request) => {
        if (/\/media\//.test(request.url())) loaded.push(request.url())
      })
      await reader.goto(postUrl, { waitUntil: "networkidle" })
      expect(loaded).toEqual([])
      await expect(reader.getByRole("img", { name: described })).toHaveCount(0)
      await expectAccessible(reader)
      await reader.getByText(t("post.show"), { exact: true }).click()
      const photo = reader.getByRole("img", { name: described })
      await expect
        .poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth))
        .toBeGreaterThan(300)
    })

    await test.step("she changes the words, the order and the licence", async () => {
      await page.getByRole("button", { name: t("post.menu") }).click()
      await page.getByRole("link", { name: t("post.edit") }).click()
      await page.getByLabel(t("upload.caption"), { exact: true }).fill("Better words")
      await page.getByRole("button", { name: t("upload.photo.later", { place: 1 }) }).click()
      await page.getByLabel(t("license.label")).selectOption("cc_by")
      await page.getByRole("switch", { name: t("upload.warning.label") }).click()
      await expectAccessible(page)
      await page.getByRole("button", { name: t("edit.save") }).click()
      await page.waitForURL("**/p/pst_*")
    })

    await test.step("readers see that, and what it said before", async () => {
      await reader.goto(postUrl)
      await expect(reader.getByText("Better words")).toBeVisible()
      await expect(reader.getByRole("link", { name: t("license.cc_by.name") })).toBeVisible()
      await reader.getByRole("button", { name: t("post.edited"), exact: true }).click()
      const history = reader.getByRole("dialog", { name: t("post.history.title") })
      await expect(history.getByText("First words")).toBeVisible()
      await expectAccessible(reader)
    })

    await test.step("she keeps it for herself: public addresses stop working", async () => {
      const photo = page.getByRole("img", { name: described })
      await expect(photo).toBeVisible()
      await page.goto(`${postUrl}/edit`)
      await page.getByText(t("upload.audience.private"), { exact: true }).first().click()
      await page.getByRole("button", { name: t("edit.save") }).click()
      await expect(page.getByText(t("edit.narrowed.private"))).toBeVisible()
      expect((await reader.goto(postUrl))?.status()).toBe(404)
    })
    expect(complaints.filter((line) => !line.includes("404"))).toEqual([])
    await visit.close()
  })
}

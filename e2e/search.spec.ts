import { expect, expectAccessible, photoBytes, signIn, test, watch } from "./fixtures"
import { locales, pathIn, words } from "./words"

for (const locale of locales) {
  test(`found by words and by a tag, followed, deleted and found no more (${locale})`, async ({
    page,
    context,
    somebody,
  }) => {
    const t = words(locale)
    const ada = await somebody()
    const complaints = watch(page)
    const word = `w${Date.now().toString(36)}${locale}`
    const photoId = await ada.site.upload("dune.jpg", await photoBytes("dune"))
    const { id } = await ada.site.publish({
      photos: [{ photoId, altText: "A dune 砂丘" }],
      caption: `#${word} 朝焼け`,
      visibility: "public",
      commentsAllowed: true,
    })
    const tile = page.locator(`a.tile[href$="/p/${id}"]`)
    await signIn(context, ada)

    await test.step("a tag is suggested while one types", async () => {
      await expect(async () => {
        await page.goto(pathIn(locale, "/search"))
        const field = page.getByRole("searchbox", { name: t("search.search") })
        await expect(field).toBeFocused()
        await field.pressSequentially(word.slice(0, -1))
        await expect(page.getByRole("link", { name: `#${word}` })).toBeVisible({ timeout: 3000 })
      }).toPass()
    })

    await test.step("the photo is found by part of a Japanese word together with another", async () => {
      await page.getByRole("searchbox", { name: t("search.search") }).fill(`焼け ${word} 砂丘`)
      await page.keyboard.press("Enter")
      await expect(tile).toBeVisible()
      await expectAccessible(page)
    })

    await test.step("the tag is followed", async () => {
      await page.goto(pathIn(locale, `/t/${word.toUpperCase()}`))
      await expect(page).toHaveURL(new RegExp(`/t/${word}$`))
      await expect(tile).toBeVisible()
      // It is shown as followed before it is.
      const followed = page.waitForResponse((answer) => answer.url().endsWith("/follow"))
      await page.getByRole("button", { name: `${t("tag.follow")} #${word}` }).click()
      await expect(page.getByRole("button", { name: `${t("tag.following")} #${word}` })).toBeVisible()
      await followed
      await page.goto(pathIn(locale, "/settings/tags"))
      const list = page.getByRole("list", { name: t("settings.tags.list") })
      await expect(list.getByRole("link", { name: word })).toBeVisible()
      await expectAccessible(page)
    })

    await test.step("once it is deleted, nobody finds it", async () => {
      await context.request.delete(`/api/posts/${id}`, {
        headers: { origin: new URL(page.url()).origin, "content-type": "application/json" },
        data: {},
      })
      await page.goto(pathIn(locale, `/search?q=${word}`))
      await expect(page.getByRole("heading", { name: t("search.noPostsTitle", { q: word }) })).toBeVisible()
      await expect(tile).toHaveCount(0)
    })
    expect(complaints).toEqual([])
  })
}

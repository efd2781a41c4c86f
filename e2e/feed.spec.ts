import { expect, expectAccessible, post, signIn, test } from "./fixtures"
import { words } from "./words"

const t = words("en")

test("somebody who follows nobody finds a person, and their posts at home", async ({
  page,
  context,
  somebody,
}) => {
  const [ada, ben] = [await somebody(), await somebody()]
  await post(ben, "otter")
  await signIn(context, ada)

  await page.goto("/")
  await expect(page.getByRole("heading", { name: t("home.emptyTitle") })).toBeVisible()
  await expectAccessible(page)

  await page.goto(`/u/${ben.handle}`)
  await page.getByRole("button", { name: `${t("people.follow")} ${ben.name}` }).click()
  await expect(page.getByRole("button", { name: `${t("people.following")} ${ben.name}` })).toBeVisible()
  const photo = page.getByRole("link", { name: "The photograph otter" })
  await expect(async () => {
    await page.goto("/")
    await expect(photo).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(page.getByText(t("explore.end"))).toBeVisible()
  await expectAccessible(page)
})

test("new posts are announced, and shown when they are asked for", async ({ page, context, somebody }) => {
  const [ada, ben] = [await somebody(), await somebody()]
  await page.clock.install()
  await signIn(context, ada)
  await page.goto(`/u/${ben.handle}`)
  await page.getByRole("button", { name: `${t("people.follow")} ${ben.name}` }).click()
  await post(ada, "lake")
  await expect(async () => {
    await page.goto("/")
    await expect(page.getByRole("link", { name: "The photograph lake" })).toBeVisible({ timeout: 1000 })
  }).toPass()

  await post(ben, "otter")
  const pill = page.getByRole("button", { name: t("home.newPost", { count: "1" }) })
  await expect(async () => {
    await page.clock.fastForward("05:00")
    await expect(pill).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect(page.getByRole("link", { name: "The photograph otter" })).toHaveCount(0)
  await pill.click()
  await expect(page.getByRole("link", { name: "The photograph otter" })).toBeVisible()
  await expect(pill).toHaveCount(0)
})

test("keys lead to places, and are listed", async ({ page, context, somebody }) => {
  await signIn(context, await somebody())
  await page.goto("/explore")
  const list = page.getByRole("dialog", { name: t("layout.shortcuts.title") })
  // Keys are heard once the page's script runs.
  await expect(async () => {
    await page.keyboard.press("Shift+?")
    await expect(list).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expectAccessible(page)
  await page.keyboard.press("Escape")
  await expect(list).toBeHidden()
  await page.keyboard.press("/")
  await expect(page.getByRole("searchbox", { name: t("layout.search") })).toBeFocused()
  // On a phone the field is on a page of its own; either way nothing typed there leads away.
  const here = page.url()
  await page.keyboard.type("n")
  await expect(page.getByRole("searchbox", { name: t("layout.search") })).toHaveValue("n")
  expect(page.url()).toBe(here)
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await page.keyboard.press("g")
  await page.keyboard.press("h")
  await expect(page).toHaveURL(/\/$/)
})

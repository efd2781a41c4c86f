import { expect, photoPath, post, signIn, test } from "./fixtures"
import { words } from "./words"

const t = words("en")

test("a person gets a face, a new address and a link; the old address leads on", async ({
  page,
  context,
  somebody,
}) => {
  const ada = await somebody()
  await post(ada, "otter")
  await signIn(context, ada)
  await page.goto("/settings/profile")

  await page.locator("input[type=file]").setInputFiles(photoPath("lake"))
  const slider = page.getByRole("slider", { name: t("avatar.part") })
  await expect(slider).toBeFocused()
  await page.keyboard.press("Home")
  await expect(slider).toHaveAttribute("aria-valuenow", "0")
  await page.keyboard.press("PageDown")
  await expect(slider).toHaveAttribute("aria-valuenow", "10")
  // Before it has arrived: it waits for that by itself.
  await page.getByRole("button", { name: t("avatar.save") }).click()
  await expect(page.getByRole("button", { name: t("avatar.change") })).toBeFocused({ timeout: 30_000 })
  await expect(page.locator(".top .av img")).toHaveCSS("object-position", "10% 50%")

  const renamed = `${ada.handle.slice(0, 27)}_2`
  await page.getByLabel(t("settings.profile.handle"), { exact: true }).fill(renamed)
  await page.getByRole("button", { name: t("settings.profile.linkAdd") }).click()
  await page.keyboard.type("javascript:alert(1)")
  await page.getByRole("button", { name: t("settings.profile.submit") }).click()
  const address = page.locator("input[name='links.0.url']")
  await expect(address).toBeFocused()
  await expect(address).toHaveAttribute("aria-invalid", "true")
  await address.fill("quill.example/prints")
  await page.getByRole("button", { name: t("settings.profile.submit") }).click()
  await expect(page.getByText(t("settings.profile.saved"))).toBeVisible()

  await page.goto(`/u/${ada.handle}/described`)
  await expect(page).toHaveURL(new RegExp(`/u/${renamed}/described$`))
  await expect(page.locator(".phead .av img")).toHaveJSProperty("complete", true)
  const link = page.getByRole("link", { name: "quill.example/prints" })
  await expect(link).toHaveAttribute("href", "https://quill.example/prints")
  await expect(link).toHaveAttribute("rel", /nofollow/)
  await expect(page.getByRole("link", { name: "The photograph otter" })).toBeVisible()
  await page.getByRole("link", { name: t("profile.tabs.posts"), exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/u/${renamed}$`))

  await page.goto("/settings/profile")
  await page.getByRole("button", { name: t("avatar.remove"), exact: true }).click()
  await expect(page.getByRole("button", { name: t("avatar.choose") })).toBeFocused()
  await expect(page.locator(".top .av img")).toHaveCount(0)
})

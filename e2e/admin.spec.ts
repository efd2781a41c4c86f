import { expect, expectAccessible, post, signIn, test } from "./fixtures"
import { promote } from "./promote"

test("who runs the site sees how it is, suspends somebody with a reason, and finds it in the audit", async ({
  page,
  context,
  somebody,
}) => {
  const [admin, spammer] = [await somebody(), await somebody()]
  const { id } = await post(spammer, "dune")
  await signIn(context, admin)
  // Before the role there is nothing, and nothing says otherwise.
  expect((await page.goto("/admin"))?.status()).toBe(404)
  await promote(admin, "admin")
  await signIn(context, admin)

  await page.goto("/about")
  await page.getByRole("button", { name: "Your account" }).click()
  await page.getByRole("link", { name: "Operations" }).click()
  await expect(page.getByRole("heading", { name: "Health by journey" })).toBeVisible()
  await expectAccessible(page)

  await page.goto("/admin/people")
  await page.getByRole("textbox", { name: "Who" }).fill("nobody.at.all")
  await page.getByRole("button", { name: "Find" }).click()
  await expect(page.getByText("There is nobody by that id")).toBeVisible()
  await page.getByRole("textbox", { name: "Who" }).fill(spammer.email)
  await page.getByRole("button", { name: "Find" }).click()
  await expect(page.getByText(`@${spammer.handle}`).first()).toBeVisible()
  expect(page.url()).not.toContain("example.com")
  await expectAccessible(page)

  await page.getByRole("textbox", { name: "Reason, noted in the audit" }).fill("sells followers")
  await page.getByRole("button", { name: "Suspend" }).click()
  await page.getByRole("dialog").getByRole("button", { name: "Suspend" }).click()
  await expect(page.getByText("Suspended", { exact: true })).toBeVisible()
  expect((await page.request.get(`/u/${spammer.handle}`)).status()).toBe(404)

  await page.goto("/ja/admin/explain")
  await page.getByRole("textbox", { name: "URLまたはID" }).fill(`http://localhost/p/${id}`)
  await page.getByRole("button", { name: "調べる" }).click()
  await expect(page.getByRole("heading", { name: id })).toBeVisible()
  await expectAccessible(page)

  for (const path of ["/admin/audit", "/admin/dead-letters", "/ja/admin/cost"]) {
    await page.goto(path)
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
  await page.goto("/admin/audit?what=user+suspend")
  await expect(page.getByText("sells followers").filter({ visible: true }).first()).toBeVisible()
})

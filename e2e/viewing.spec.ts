import { z } from "zod"
import { expect, expectAccessible, post, signIn, test } from "./fixtures"
import { words } from "./words"

const t = words("en")

test("one looks at one's own pages as others do, and nothing there can be pressed", async ({
  page,
  context,
  somebody,
}) => {
  const [ada, ben] = [await somebody(), await somebody()]
  const otter = await post(ada, "otter")
  const secret = await post(ada, "lake", "private")
  const made = z.object({ id: z.string() })
  const titled = { title: "By the river", visibility: "public" }
  const album = await ada.site.send("POST", "/api/albums", titled, made)
  await ada.site.send("POST", `/api/albums/${album.id}/items`, { postIds: [otter.id] }, z.unknown())
  await signIn(context, ada)
  await page.goto(`/u/${ada.handle}`)
  await expect(page.getByRole("link", { name: "The photograph lake" })).toBeVisible()

  await page.getByRole("link", { name: t("profile.viewAs") }).click()
  const bar = page.getByRole("complementary", { name: t("viewing.label") })
  await expect(bar.getByRole("status")).toContainText(t("viewing.as.visitor"))
  await expect(page.getByRole("link", { name: "The photograph otter" })).toBeVisible()
  await expect(page.getByRole("link", { name: "The photograph lake" })).toHaveCount(0)

  await bar.getByRole("link", { name: t("viewing.follower") }).click()
  await expect(bar.getByRole("status")).toContainText(t("viewing.as.follower"))
  await bar.getByRole("textbox", { name: t("viewing.handle") }).fill(`@${ben.handle}`)
  await bar.getByRole("button", { name: t("viewing.look") }).click()
  await expect(bar.getByRole("status")).toContainText(t("viewing.as.person", { name: ben.name }))
  await expect(page.getByRole("button", { name: `${t("people.follow")} ${ada.name}` })).toBeDisabled()

  // What follows is looked at as the same person.
  await page.getByRole("link", { name: "The photograph otter" }).click()
  await expect(page).toHaveURL(/\/p\/pst_\w+\?as=/)
  await expect(page.getByRole("button", { name: t("post.like"), exact: true })).toBeDisabled()

  // The photo opens large once the page's script runs, and there is a way out of it.
  const looked = page.url()
  const large = page.getByRole("dialog", { name: t("photo.viewer") })
  await expect(async () => {
    await page.goto(looked)
    await page.getByRole("link", { name: t("photo.open", { description: "The photograph otter" }) }).click()
    await expect(large).toBeVisible({ timeout: 2000 })
  }).toPass()
  await large.getByRole("button", { name: t("photo.close") }).click()
  await expect(large).toBeHidden()

  await page.getByRole("link", { name: titled.title }).click()
  await expect(page).toHaveURL(new RegExp(`/a/${album.id}\\?as=`))
  await page.goto(looked)
  await page.locator("body").press("l")
  await bar.getByRole("link", { name: t("viewing.back") }).click()
  await expect(page.getByRole("button", { name: t("post.like"), exact: true })).toHaveAttribute(
    "aria-pressed",
    "false",
  )

  await page.goto(`/p/${secret.id}?as=follower`)
  await expect(page.getByText(t("viewing.nothingTitle"))).toBeVisible()
  await page.goto(`/p/${secret.id}?as=nobody_at_all`)
  await expect(bar.getByRole("status")).toContainText(t("viewing.as.nobody", { name: "nobody_at_all" }))
})

test("one looks through a link of one's own as its guests do", async ({ page, context, somebody }) => {
  const ada = await somebody()
  const { id } = await post(ada, "lake", "private")
  const making = { name: "For Grandma", password: "harebell-42", noDownload: true, noCamera: true }
  const made = z.object({ id: z.string() })
  await ada.site.send("POST", `/api/posts/${id}/share-links`, making, made)
  await signIn(context, ada)
  await page.goto(`/p/${id}?as=visitor`)
  const bar = page.getByRole("complementary", { name: t("viewing.label") })
  await bar.getByRole("button", { name: t("viewing.through") }).click()
  await bar.getByRole("link", { name: "For Grandma" }).click()
  await expect(page).toHaveURL(/\/s\/[\w-]{24}\?as=guest$/)
  const says = bar.getByRole("status")
  for (const words of [
    t("viewing.as.guest", { name: "For Grandma" }),
    t("share.noDownloads"),
    t("share.noCamera"),
    t("viewing.password"),
  ])
    await expect(says).toContainText(words)
  await expect(page.getByRole("img", { name: "The photograph lake" })).toBeVisible()
  await expect(page.locator("a[download]")).toHaveCount(0)
  await expectAccessible(page)
  const links = z.object({ items: z.array(z.object({ usedAt: z.string().optional() })) })
  expect((await ada.site.get(`/api/posts/${id}/share-links`, links)).items).toEqual([{}])
  await bar.getByRole("link", { name: t("viewing.back") }).click()
  await expect(page).toHaveURL(new RegExp(`/p/${id}$`))
})

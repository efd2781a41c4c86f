import { z } from "zod"
import { expect, expectAccessible, type Person, post, signIn, test } from "./fixtures"
import { pathIn, words } from "./words"

const Written = z.object({ id: z.string() })
const say = async (person: Person, list: string, text: string) =>
  (await person.site.send("POST", list, { text }, Written)).id

test("a comment is found by its address, also on a later page of the list and among folded answers", async ({
  page,
  context,
  somebody,
}) => {
  const [ada, ben, cleo] = [await somebody(), await somebody(), await somebody()]
  const { id } = await post(ada, "skyline")
  const said: string[] = []
  // One more than a page of the list holds, and no more than one person may say in a minute.
  for (let at = 1; at <= 25; at++)
    said.push(await say(at % 2 ? ben : cleo, `/api/posts/${id}/comments`, `Number ${at}`))
  const [first, last] = [said[0], said[24]]
  const below = `/api/comments/${last}/replies`
  const answer = await say(ada, below, "Here it is")
  await signIn(context, ben)
  const place = (commentId?: string) => page.locator(`[id="${commentId}"]`)
  const isReached = async (commentId?: string) => {
    await expect(place(commentId)).toBeInViewport()
    await expect(place(commentId)).toBeFocused()
  }

  await test.step("one on the page", async () => {
    await page.goto(`/p/${id}#${said[11]}`)
    await isReached(said[11])
  })
  await test.step("one of a later page, which then comes in its place", async () => {
    await page.goto(`/p/${id}#${last}`)
    await page.reload()
    await isReached(last)
    const comments = page.getByRole("listitem").filter({ hasText: /Number \d+/ })
    await expect(comments).toHaveCount(25)
    await page.getByRole("button", { name: words("en")("comment.more") }).click()
    await expect(page.getByRole("button", { name: words("en")("comment.more") })).toHaveCount(0)
    await expect(comments).toHaveCount(25)
    await expect(comments.last()).toContainText("Number 25")
  })
  await test.step("an answer to it, from the notification", async () => {
    const row = page.getByRole("listitem").filter({ hasText: "Here it is" })
    await expect(async () => {
      await page.goto("/notifications")
      await expect(row).toBeVisible({ timeout: 2000 })
    }).toPass()
    await row.getByRole("link").last().click()
    await page.waitForURL(`**/p/${id}#${answer}`)
    await isReached(answer)
    await expect(place(answer)).toContainText("Here it is")
    await expectAccessible(page)
  })
  await test.step("another one, on the page that is open", async () => {
    await page.evaluate((hash) => location.assign(`#${hash}`), first)
    await isReached(first)
  })
  await test.step("one that is gone: the page is as always", async () => {
    await ada.site.send("DELETE", `/api/comments/${answer}`, {}, z.unknown())
    await page.goto("/")
    await page.goto(`/p/${id}#${answer}`)
    await expect(page.getByText("Number 1", { exact: true })).toBeVisible()
    await expect(place(answer)).toHaveCount(0)
  })
})

test("the author of a post is followed beside their name, by members who do not yet", async ({
  page,
  context,
  somebody,
}) => {
  const t = words("ja")
  const [ada, ben] = [await somebody(), await somebody()]
  const { id } = await post(ada, "skyline")
  const follow = page.getByRole("button", { name: `${t("people.follow")} ${ada.name}` })
  const open = async () => {
    await page.goto(pathIn("ja", `/p/${id}`))
    await expect(page.getByRole("img", { name: "The photograph skyline" })).toBeVisible()
  }
  await open()
  await expect(follow).toHaveCount(0)
  await signIn(context, ben)
  await open()
  await follow.click()
  await expect(page.getByRole("button", { name: `${t("people.following")} ${ada.name}` })).toBeVisible()
  await expectAccessible(page)
  await open()
  await expect(page.getByRole("button", { name: ada.name })).toHaveCount(0)
  await signIn(context, ada)
  await open()
  await expect(follow).toHaveCount(0)
})

test("the current page of the settings is in view among the others", async ({ page, context, somebody }) => {
  await signIn(context, await somebody())
  for (const [locale, part] of [
    ["en", "tokens"],
    ["ja", "sessions"],
  ] as const) {
    await page.goto(pathIn(locale, `/settings/${part}`))
    const link = page.getByRole("link", { name: words(locale)(`settings.${part}.title`), exact: true })
    await expect(link).toHaveAttribute("aria-current", "page")
    await expect(link).toBeInViewport({ ratio: 1 })
  }
})

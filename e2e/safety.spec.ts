import type { Browser } from "@playwright/test"
import { PostView } from "../core/post/post.schema"
import { expect, expectAccessible, type Person, post, signIn, test, watch } from "./fixtures"
import { promote } from "./promote"
import { words } from "./words"

const t = words("en")
const reason = "Three times the same watch in one day, with a price."

async function pageOf(browser: Browser, as: Person) {
  const context = await browser.newContext()
  await signIn(context, as)
  const page = await context.newPage()
  return { page, complaints: watch(page) }
}

test.setTimeout(180_000)

test("a post is reported, hidden with a reason, appealed, and given back as it was", async ({
  page,
  context,
  browser,
  somebody,
}) => {
  const [ada, ben, cleo, dora] = [await somebody(), await somebody(), await somebody(), await somebody()]
  const { id } = await post(ada, "clock")
  await Promise.all([cleo, dora].map((one) => promote(one, "moderator")))
  await signIn(context, ada)
  const [reporter, first, second] = await Promise.all([ben, cleo, dora].map((one) => pageOf(browser, one)))
  if (!reporter || !first || !second) throw new Error("nobody there")
  const read = async () => {
    const { photos, ...rest } = await ben.site.get(`/api/posts/${id}`, PostView)
    return { ...rest, photos: photos.map(({ photoId, altText }) => ({ photoId, altText })) }
  }
  const before = await read()

  await test.step("somebody reports it", async () => {
    await reporter.page.goto(`/p/${id}`)
    await reporter.page.getByRole("button", { name: t("post.menu"), exact: true }).click()
    await reporter.page.getByRole("link", { name: t("post.report"), exact: true }).click()
    await reporter.page.getByRole("button", { name: t("safety.report.send") }).click()
    await expect(reporter.page.getByText(t("safety.report.choose"))).toBeVisible()
    await reporter.page.getByRole("radio", { name: t("safety.kinds.spam"), exact: true }).check()
    await reporter.page.getByRole("textbox").fill("The same watch again")
    await expectAccessible(reporter.page)
    await reporter.page.getByRole("button", { name: t("safety.report.send") }).click()
    await expect(reporter.page.getByText(t("safety.report.sent"))).toBeVisible()
  })

  await test.step("a moderator hides it, and has to say why", async () => {
    const hide = first.page.getByRole("button", { name: t("safety.acts.hide") })
    await expect(async () => {
      await first.page.goto(`/admin/reports?case=${id}`)
      await expect(hide).toBeVisible({ timeout: 2000 })
    }).toPass()
    await expect(first.page.getByText("The same watch again")).toBeVisible()
    await hide.click()
    await expect(first.page.getByText(t("safety.desk.reasonShort"))).toBeVisible()
    await first.page.getByLabel(t("safety.desk.why")).fill(reason)
    await expectAccessible(first.page)
    await hide.click()
    await expect(first.page.getByText(t("safety.desk.decidedToast", { count: 1 }))).toBeVisible()
    expect((await reporter.page.request.get(`/p/${id}`)).status()).toBe(404)
  })

  await test.step("its author reads the reason on the post, and appeals", async () => {
    await page.goto(`/p/${id}`)
    await expect(page.getByText(t("safety.post.hidden"))).toBeVisible()
    await expectAccessible(page)
    await page.getByRole("link", { name: t("safety.post.why") }).click()
    await expect(page.getByText(reason)).toBeVisible()
    await expect(page.getByText(t("safety.rules.spam"))).toBeVisible()
    await expectAccessible(page)
    await page.getByLabel(t("safety.decision.appealText")).fill("It is the clock of our station.")
    await page.getByRole("button", { name: t("safety.decision.appealSend") }).click()
    await expect(page.getByText(t("safety.decision.appealSent"))).toBeVisible()
  })

  await test.step("not who decided, but another moderator grants it", async () => {
    const appeals = `/admin/reports?queue=appeals&case=${id}`
    await first.page.goto(appeals)
    await expect(first.page.getByText(t("safety.desk.otherAnswers"))).toBeVisible()
    await second.page.goto(appeals)
    await expect(second.page.getByText("It is the clock of our station.")).toBeVisible()
    await second.page.getByLabel(t("safety.desk.answerLabel")).fill("So it is. We are sorry.")
    await expectAccessible(second.page)
    await second.page.getByRole("button", { name: t("safety.desk.grant") }).click()
    await expect(second.page.getByRole("button", { name: t("safety.desk.grant") })).toBeHidden()
  })

  await test.step("everything is as it was, and the answer can be read", async () => {
    expect(await read()).toEqual(before)
    await reporter.page.goto(`/p/${id}`)
    const photo = reporter.page.getByRole("img", { name: "The photograph clock" }).first()
    await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100)
    await page.reload()
    await expect(page.getByText(t("safety.decision.appealGranted"))).toBeVisible()
    await expect(page.getByText("So it is. We are sorry.")).toBeVisible()
    await page.goto(`/p/${id}`)
    await expect(page.getByText(t("safety.post.hidden"))).toHaveCount(0)
  })
  for (const { complaints } of [reporter, first, second]) expect(complaints).toEqual([])
})

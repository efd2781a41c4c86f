import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { unzipped } from "../testing/unzip"
import { expect, expectAccessible, photoBytes, post, signIn, test, watch } from "./fixtures"
import { words } from "./words"

const t = words("en")
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex")

// Two browsers, three photos and an archive, on a machine that may have other work.
test.setTimeout(180_000)

test("an album is made of many posts, ordered by keyboard, shown to a member, and taken along", async ({
  page,
  context,
  browser,
  somebody,
}) => {
  const [ada, ben] = [await somebody(), await somebody()]
  await post(ada, "otter")
  const secret = await post(ada, "lake", "private")
  await post(ada, "dune")
  await signIn(context, ada)
  const theirs = await browser.newContext()
  await signIn(theirs, ben)
  const other = await theirs.newPage()
  const complaints = watch(other)
  const box = (name: string) => page.getByRole("checkbox", { name: `The photograph ${name}` })
  const boxes = () => page.getByRole("checkbox").evaluateAll((all) => all.map((one) => one.ariaLabel))
  const shown = () =>
    page
      .getByRole("main")
      .getByRole("link")
      .filter({ has: page.locator("img[alt^='The photograph']") })
      .evaluateAll((all) => all.map((one) => one.querySelector("img")?.alt))
  const named = (...names: string[]) => names.map((name) => `The photograph ${name}`)
  let path = ""

  await test.step("all posts of one's own profile are chosen at once, and make an album", async () => {
    await page.goto(`/u/${ada.handle}`)
    await page.getByRole("button", { name: t("album.select"), exact: true }).click()
    await box("dune").press("Space")
    await box("otter").click({ modifiers: ["Shift"] })
    await expect(page.getByText(t("album.selected", { count: 3 }))).toBeVisible()
    await expectAccessible(page)
    await page.getByRole("button", { name: t("album.addTo"), exact: true }).click()
    await page
      .getByRole("dialog")
      .getByRole("button", { name: t("album.new"), exact: true })
      .click()
    await page.getByRole("textbox", { name: t("album.name") }).fill("Picos, October")
    await page.getByRole("button", { name: t("album.create") }).click()
    await expect(page.getByText(t("album.added", { count: 3 }))).toBeVisible()
    await page.goto("/albums")
    await page.getByRole("link", { name: "Picos, October" }).click()
    await expect(page.getByRole("heading", { level: 1, name: "Picos, October" })).toBeVisible()
    path = new URL(page.url()).pathname
    expect(await shown()).toEqual(named("dune", "lake", "otter"))
  })

  const menu = async (word: "organise" | "download") => {
    await page.getByRole("button", { name: t("album.more") }).click()
    await page.getByRole("button", { name: t(`album.${word}`), exact: true }).click()
  }
  await test.step("it is put in order with nothing but keys", async () => {
    await menu("organise")
    await box("otter").press("Space")
    await page.getByRole("button", { name: t("album.first"), exact: true }).press("Enter")
    await expect.poll(boxes).toEqual(named("otter", "dune", "lake"))
    await page.getByRole("button", { name: t("album.later"), exact: true }).press("Enter")
    await expect.poll(boxes).toEqual(named("dune", "otter", "lake"))
    await expectAccessible(page)
    await page.getByRole("button", { name: t("album.done"), exact: true }).press("Enter")
    await expect.poll(shown).toEqual(named("dune", "otter", "lake"))
    await page.reload()
    expect(await shown()).toEqual(named("dune", "otter", "lake"))
  })

  await test.step("a member finds it, and sees a private post through it", async () => {
    expect((await other.request.get(path)).status()).toBe(404)
    await page.getByRole("button", { name: t("album.people"), exact: true }).click()
    await page.getByRole("textbox", { name: t("album.handle"), exact: true }).fill(`@${ben.handle}`)
    await page.getByRole("button", { name: t("album.addMember"), exact: true }).click()
    await expect(
      page.getByRole("button", { name: t("album.removeMember", { name: ben.name }) }),
    ).toBeVisible()
    await expectAccessible(page)
    await other.goto("/albums")
    await other.getByRole("link", { name: t("album.tabs.shared") }).click()
    await other.getByRole("link", { name: "Picos, October" }).click()
    await other.getByRole("link", { name: "The photograph lake" }).click()
    await expect(other).toHaveURL(new RegExp(secret.id))
    const photo = other.getByRole("img", { name: "The photograph lake" }).first()
    await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100)
    await expectAccessible(other)
  })

  await test.step("who is taken out sees no more of it", async () => {
    await page.getByRole("button", { name: t("album.removeMember", { name: ben.name }) }).click()
    await expect(page.getByText(t("album.noMembers"))).toBeVisible()
    await page
      .getByRole("dialog")
      .getByRole("button", { name: t("album.close"), exact: true })
      .click()
    for (const gone of [path, `/p/${secret.id}`]) expect((await other.request.get(gone)).status()).toBe(404)
  })

  await test.step("all of it comes as one file, in order and byte for byte", async () => {
    // As in a browser that cannot write to a place which the person chose.
    await page.evaluate(() => Object.defineProperty(window, "showSaveFilePicker", { value: undefined }))
    await menu("download")
    const coming = page.waitForEvent("download")
    await page.getByRole("button", { name: t("album.zip.start") }).click()
    const download = await coming
    await expect(page.getByText(t("album.zip.done", { count: 3 }))).toBeVisible()
    expect(download.suggestedFilename()).toBe("Picos, October.zip")
    const files = await unzipped(await readFile(await download.path()))
    expect([...files.keys()]).toEqual(
      named("dune", "otter", "lake").map((name, index) => `000${index + 1} ${name}.jpg`),
    )
    const sent = await Promise.all(["dune", "otter", "lake"].map(photoBytes))
    expect([...files.values()].map(sha256)).toEqual(sent.map(sha256))
  })
  expect(complaints).toEqual([])
  await theirs.close()
})

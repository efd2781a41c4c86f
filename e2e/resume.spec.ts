import { createHash } from "node:crypto"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "@playwright/test"
import { z } from "zod"
import { crashingBrowser } from "./crashing-browser"
import { expect, signIn, test } from "./fixtures"
import { largePhoto } from "./large-photo"
import { bytesOf, partBytes, photoSize as size, slow, watchParts } from "./upload-traffic"
import { words } from "./words"

const t = words("en")
const MiB = 2 ** 20
const names = ["otter", "lake", "fig", "wren", "dune"] as const

test.skip(({ isMobile }) => isMobile, "what happens below is the same on a phone")

let folder: string
const hashes: string[] = []
const pathOf = (name: string) => join(folder, `${name}.jpg`)

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "photo-sharing-resume-"))
  for (const name of names) {
    const bytes = await largePhoto(name, size)
    hashes.push(createHash("sha256").update(bytes).digest("hex"))
    await writeFile(pathOf(name), bytes)
  }
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

const choose = (page: Page, chosen: readonly string[]) =>
  page.locator("input[type=file]").first().setInputFiles(chosen.map(pathOf))

const photosOf = (page: Page) => page.getByRole("list", { name: t("upload.list") }).getByRole("listitem")

const publishButton = (page: Page) =>
  page.getByRole("button", { name: t("upload.publish.public"), exact: true })

/** Where the published post's photos are, in its order. */
async function publishedPhotos(page: Page): Promise<{ photoId: string; altText: string }[]> {
  await page.waitForURL("**/p/pst_*", { timeout: 60_000 })
  const postId = new URL(page.url()).pathname.split("/").at(-1)
  return (await (await page.request.get(`/api/posts/${postId}`)).json()).photos
}

test("a post survives a cut network and a browser that dies half way", async ({
  baseURL,
  context: signedIn,
  somebody,
}) => {
  await signIn(signedIn, await somebody())
  const cookies = await signedIn.cookies()
  const profile = join(folder, "profile")
  const begun: string[] = []

  const first = await crashingBrowser(profile, baseURL)
  try {
    await first.context.addCookies(cookies)
    const page = await first.context.newPage()
    const { arrived } = watchParts(page, begun)
    await slow(page, 6 * MiB)
    await page.goto("/upload")
    await choose(page, names)
    await expect(photosOf(page)).toHaveCount(5)
    for (const [index, name] of names.entries()) {
      await page.getByLabel(t("upload.photo.alt", { place: index + 1 })).fill(`The photograph ${name}`)
    }
    await page.getByRole("button", { name: t("upload.photo.earlier", { place: 5 }) }).click()
    await page.getByLabel(t("upload.caption"), { exact: true }).fill("Back from the dead")
    await expect.poll(() => arrived.length).toBeGreaterThanOrEqual(4)
    await first.context.setOffline(true)
    await expect(page.getByText(t("upload.stage.offline")).first()).toBeVisible()
    expect(arrived.length).toBeLessThan(9)
  } finally {
    await first.kill()
  }

  const second = await crashingBrowser(profile, baseURL)
  try {
    await second.context.addCookies(cookies)
    const page = await second.context.newPage()
    watchParts(page, begun)
    await page.goto("/upload")
    await expect(page.getByText(t("upload.restored.title"))).toBeVisible()
    await expect(photosOf(page)).toHaveCount(5)
    await expect(page.getByLabel(t("upload.caption"), { exact: true })).toHaveValue("Back from the dead")
    const ready = photosOf(page).getByText(t("upload.stage.ready"), { exact: true })
    await expect(ready).toHaveCount(5, { timeout: 60_000 })
    await publishButton(page).click()

    const photos = await publishedPhotos(page)
    const order = [0, 1, 2, 4, 3]
    expect(photos.map(({ altText }) => altText)).toEqual(
      order.map((place) => `The photograph ${names[place]}`),
    )
    for (const { altText } of photos)
      await expect(page.getByRole("img", { name: altText }).first()).toBeAttached()
    for (const [index, { photoId }] of photos.entries()) {
      const sent = begun
        .filter((name) => name.startsWith(photoId))
        .reduce((sum, name) => sum + bytesOf(name), 0)
      expect(sent - size, "bytes of one file sent again").toBeLessThanOrEqual(partBytes)
      const original = await page.request.get(`/api/media/${photoId}/original`)
      expect(
        createHash("sha256")
          .update(await original.body())
          .digest("hex"),
      ).toBe(hashes[order[index] ?? 0])
    }
    // Three at once were on their way when the browser died.
    const again = begun.reduce((sum, name) => sum + bytesOf(name), 0) - names.length * size
    expect(again).toBeLessThanOrEqual(3 * partBytes)
  } finally {
    await second.kill()
  }
})

test.describe("in a browser that lives on", () => {
  test.beforeEach(async ({ page, context, somebody }) => {
    await signIn(context, await somebody())
    await slow(page, 4 * MiB)
    await page.goto("/upload")
  })

  test("a second tab takes over, and nothing is sent or posted twice", async ({ page, context }) => {
    const { begun } = watchParts(page)
    await choose(page, names.slice(0, 3))
    await expect(page.getByText(/Sending [1-9]/).first()).toBeVisible()
    await page.getByLabel(t("upload.caption"), { exact: true }).fill("From two tabs")

    const other = await context.newPage()
    watchParts(other, begun)
    await other.goto("/upload")
    await expect(other.getByRole("heading", { name: t("upload.otherTab.title") })).toBeVisible()
    await other.getByRole("button", { name: t("upload.otherTab.take") }).click()
    await expect(page.getByRole("heading", { name: t("upload.otherTab.title") })).toBeVisible()
    await expect(photosOf(other)).toHaveCount(3)
    await expect(other.getByLabel(t("upload.caption"), { exact: true })).toHaveValue("From two tabs")
    await publishButton(other).click()

    const photos = await publishedPhotos(other)
    expect(photos).toHaveLength(3)
    const sent = new Set(begun.map((name) => name.split(" ")[0]))
    expect(sent).toEqual(new Set(photos.map(({ photoId }) => photoId)))
    for (const name of sent)
      expect(begun.filter((one) => one.startsWith(`${name} `)).length).toBeLessThanOrEqual(3)
  })

  test("publish, walk away, and the post appears by itself", async ({ page }) => {
    const { arrived } = watchParts(page)
    await choose(page, names.slice(0, 2))
    await expect(photosOf(page)).toHaveCount(2)
    await page.getByLabel(t("upload.caption"), { exact: true }).fill("Published on the way")
    await publishButton(page).click()
    await page.waitForURL("**/drafts/dft_*")
    await expect(page.getByText(/Sending \d/).first()).toBeVisible()
    const before = arrived.length
    const draft = page.url()
    await page
      .getByRole("link", { name: t("layout.explore") })
      .first()
      .click()
    await page.waitForURL("**/explore")
    await expect.poll(() => arrived.length).toBe(4)
    expect(before).toBeLessThan(4)
    await page.goto(draft)
    expect(await publishedPhotos(page)).toHaveLength(2)
    await expect(page.getByText("Published on the way")).toBeVisible()
  })

  test("publish and close the tab: the post goes on as soon as its page is opened again", async ({
    page,
    context,
  }) => {
    const { begun, arrived } = watchParts(page)
    await choose(page, names.slice(0, 2))
    await expect(photosOf(page)).toHaveCount(2)
    await publishButton(page).click()
    await page.waitForURL("**/drafts/dft_*")
    await expect.poll(() => arrived.length).toBeGreaterThan(0)
    const draft = page.url()
    await page.close()
    expect(arrived.length).toBeLessThan(4)

    const again = await context.newPage()
    watchParts(again, begun)
    await again.goto(draft)
    expect(await publishedPhotos(again)).toHaveLength(2)
    expect(new Set(begun).size).toBe(4)
    expect(begun.length).toBeLessThanOrEqual(6)
  })

  test("publish and close the tab once all bytes are up: the post appears with nobody there", async ({
    page,
    context,
    somebody,
  }) => {
    const { site, ...ada } = await somebody()
    await signIn(context, ada)
    await page.reload()
    const completed: string[] = []
    page.on("request", (request) => request.url().endsWith("/complete") && completed.push(request.url()))
    await choose(page, names.slice(0, 2))
    await expect(photosOf(page)).toHaveCount(2)
    await page.getByLabel(t("upload.caption"), { exact: true }).fill("Left alone")
    await publishButton(page).click()
    await page.waitForURL("**/drafts/dft_*")
    await expect.poll(() => completed.length).toBe(2)
    await page.close()

    const posts = async () => (await site.get(`/api/users/${ada.handle}/posts`, z.any())).items
    await expect.poll(async () => (await posts()).length, { timeout: 30_000 }).toBe(1)
    expect((await posts())[0]).toMatchObject({ caption: "Left alone", photos: [{}, {}] })
  })

  test("an iPhone's HEIC is shown at once and posted", async ({ page }) => {
    await page.locator("input[type=file]").first().setInputFiles("e2e/photos/green-heron.heic")
    const local = photosOf(page).locator("img[src^='blob:']")
    await expect.poll(() => local.evaluate((img: HTMLImageElement) => img.naturalHeight)).toBe(600)
    await expect(photosOf(page).getByText(t("upload.stage.ready"), { exact: true })).toBeVisible()
    await page.getByLabel(t("upload.photo.alt", { place: 1 })).fill("A green heron")
    await publishButton(page).click()
    expect(await publishedPhotos(page)).toHaveLength(1)
    const photo = page.getByRole("img", { name: "A green heron" }).first()
    await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(300)
  })
})

import { readFile } from "node:fs/promises"
import type { Download, Page } from "@playwright/test"
import { foundIn, mark, plantedFiles, secrets } from "../testing/planted"
import { expect, expectAccessible, signIn, test, watch } from "./fixtures"
import { locales, pathIn, words } from "./words"

/** Bytes and name of a file that a click brings. */
async function downloaded(page: Page, click: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent("download"), click()])
  return { name: (download as Download).suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** Addresses of all that a page asks for from now on, but scripts and styles, which are the same for everybody. */
function listen(page: Page): Set<string> {
  const asked = new Set<string>()
  page.on("request", (request) => {
    if (!["script", "stylesheet"].includes(request.resourceType())) asked.add(request.url())
  })
  return asked
}

for (const locale of locales) {
  test(`a file's secrets stay with its owner (${locale})`, async ({ page, context, browser, somebody }) => {
    const t = words(locale)
    await signIn(context, await somebody())
    const file = await plantedFiles.jpeg()
    const near = t("receipt.coordinates", { latitude: "54.6", ns: "N", longitude: "3.1", ew: "W" })

    await test.step("compose says what the file tells, and what of it is removed", async () => {
      await page.goto(pathIn(locale, "/upload"))
      const choosing = page.waitForEvent("filechooser")
      await page.getByRole("button", { name: t("upload.drop.choose") }).click()
      await (await choosing).setFiles({ name: `${mark}-home.jpg`, mimeType: "image/jpeg", buffer: file })
      const receipt = page.getByRole("region", { name: t("receipt.title") })
      await expect(receipt.getByText(t("receipt.kind.location")).first()).toBeVisible()
      await expect(receipt.getByText(t("receipt.kind.makerNote")).first()).toBeVisible()
      await expect(receipt.getByText(t("receipt.place.hidden"))).toBeVisible()
      await receipt.getByRole("button", { name: t("receipt.showCamera") }).click()
      await receipt.getByRole("group").getByText(t("receipt.place.region")).click()
      await expect(receipt.getByText(near).first()).toBeVisible()
      await expectAccessible(page)
      await page.getByRole("button", { name: t("upload.publish.public"), exact: true }).click()
      await page.waitForURL("**/p/pst_*")
    })

    const url = page.url()
    let photoId = ""
    await test.step("a stranger reads what was chosen, and gets nothing more", async () => {
      const visit = await browser.newContext()
      const visitor = await visit.newPage()
      const complaints = watch(visitor)
      const asked = listen(visitor)
      await visitor.goto(url)
      await expect(visitor.getByText("PlantedMake P-1")).toBeVisible()
      await expect(visitor.getByText(t("photo.near", { place: near }))).toBeVisible()
      await expectAccessible(visitor)
      await visitor.getByRole("button", { name: t("post.menu") }).click()
      const { name, bytes } = await downloaded(visitor, () =>
        visitor.getByRole("link", { name: t("post.download") }).click(),
      )
      photoId = name.replace(".avif", "")
      expect(photoId).toMatch(/^pho_\w{26}$/)
      expect(bytes.subarray(4, 12).toString()).toBe("ftypavif")
      expect(foundIn(bytes, secrets)).toEqual([])
      await visitor.keyboard.press("Escape")
      await visitor.getByRole("link", { name: t("photo.unnamed", { number: 1 }) }).click()
      await visitor.getByRole("button", { name: t("photo.info") }).click()
      const info = visitor.getByRole("complementary", { name: t("photo.info") })
      await expect(info.getByText("Planted Lens")).toBeVisible()
      await expectAccessible(visitor)
      await visitor.keyboard.press("i")
      await expect(info).toBeHidden()
      await visitor.waitForLoadState("networkidle")
      expect([...asked].filter((from) => /\.(avif|jpg)$/.test(from)).length).toBeGreaterThan(0)
      for (const from of asked) {
        if (!from.startsWith("http")) continue
        const body = await (await visit.request.get(from)).body()
        expect([from, foundIn(body, secrets)]).toEqual([from, []])
      }
      expect((await visit.request.get(`/api/media/${photoId}/original`)).status()).toBe(404)
      expect(complaints).toEqual([])
      await visit.close()
    })

    await test.step("its owner finds the receipt on the post, and the very file", async () => {
      await page.getByRole("button", { name: t("post.menu") }).click()
      await page.getByRole("button", { name: t("post.receipt") }).click()
      const receipt = page.getByRole("dialog", { name: t("post.receipt") })
      await expect(receipt.getByText(t("receipt.kind.makerNote"))).toBeVisible()
      await expect(receipt.getByText(near)).toBeVisible()
      await expectAccessible(page)
      const original = await downloaded(page, () =>
        receipt.getByRole("link", { name: t("receipt.original") }).click(),
      )
      expect(original.name).toBe(`${photoId}.jpg`)
      expect(original.bytes.equals(file)).toBe(true)
    })

    await test.step("the next post begins with the camera as it was, and without a place", async () => {
      await page.goto(pathIn(locale, "/upload"))
      const receipt = page.getByRole("region", { name: t("receipt.title") })
      await expect(receipt.getByRole("button", { name: t("receipt.hideCamera") })).toBeVisible()
      await expect(receipt.getByText(t("receipt.always"))).toBeVisible()
      await expect(receipt.getByText(near)).toBeHidden()
    })
  })
}

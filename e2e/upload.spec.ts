import { expect, photoPath, signIn, test } from "./fixtures"
import { words } from "./words"

const t = words("en")

test.beforeEach(async ({ page, context, somebody }) => {
  await signIn(context, await somebody())
  await page.goto("/upload")
  await expect(page.getByRole("button", { name: t("upload.drop.choose") })).toBeVisible()
})

test("files that cannot be photos are refused by name before a byte is sent", async ({ page }) => {
  const sent: string[] = []
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()))
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([
      { name: "holiday.mov", mimeType: "video/quicktime", buffer: Buffer.from("\0\0\0\x14ftypqt  ") },
      {
        name: "drawing.svg",
        mimeType: "image/svg+xml",
        buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
      },
      {
        name: "huge.jpg",
        mimeType: "image/jpeg",
        buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(26 * 1024 * 1024)]),
      },
    ])
  await expect(page.getByText(/“holiday\.mov” is a video/)).toBeVisible()
  await expect(page.getByText(/“drawing\.svg” is an SVG/)).toBeVisible()
  await expect(page.getByText(/“huge\.jpg” is 2\d/)).toBeVisible()
  expect(sent).toEqual([])
})

test("one bad file says why and holds up nobody", async ({ page }) => {
  const broken = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from("not a photo at all")])
  await page.locator("input[type=file]").first().setInputFiles(photoPath("otter"))
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "broken.jpg", mimeType: "image/jpeg", buffer: broken })
  const list = page.getByRole("list", { name: t("upload.list") })
  await expect(list.getByText(t("upload.fault.corrupt"))).toBeVisible()
  await expect(list.getByText(t("upload.stage.ready"), { exact: true })).toHaveCount(1)
  await page.getByRole("button", { name: t("upload.photo.remove", { place: 2 }) }).click()
  await page.getByRole("button", { name: t("upload.publish.public"), exact: true }).click()
  await page.waitForURL("**/p/pst_*")
})

test("publishing need not wait for the photos: the page turns into the post by itself", async ({ page }) => {
  await page.locator("input[type=file]").first().setInputFiles(["stream", "peaks", "spices"].map(photoPath))
  await page.getByLabel(t("upload.caption"), { exact: true }).fill("Published early")
  await page.getByRole("button", { name: t("upload.publish.public"), exact: true }).click()
  await page.waitForURL("**/p/pst_*", { timeout: 60_000 })
  await expect(page.getByText("Published early")).toBeVisible()
})

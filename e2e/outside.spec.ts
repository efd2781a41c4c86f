import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { xssCorpus } from "../testing/xss"
import { expect, photoBytes, photoPath, post, signIn, test } from "./fixtures"
import { words } from "./words"

test.use({ serviceWorkers: "allow" })
const t = words("en")

/** A page of another site, on an origin of its own. */
async function elsewhere(html: string): Promise<{ url: string; server: Server }> {
  const server = createServer((_, answer) => {
    answer.setHeader("content-type", "text/html; charset=utf-8")
    answer.end(`<!doctype html><title>Elsewhere</title>${html}`)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server }
}

test("another site shows a post in a frame, and nothing else of this one", async ({
  context,
  somebody,
  baseURL,
}) => {
  const ada = await somebody()
  const { id } = await post(ada, "otter")
  // Not the page whose complaints fail a test: this one has to complain.
  const page = await context.newPage()
  const address = encodeURIComponent(`${baseURL}/p/${id}`)
  const { html } = await (await page.request.get(`/api/oembed?url=${address}`)).json()
  const { url, server } = await elsewhere(
    `${html}<iframe src="${baseURL}/u/${ada.handle}" id="other"></iframe>`,
  )
  try {
    // The browser says so when it refuses to frame something.
    const refused = page.waitForEvent("console", (message) => message.text().includes("frame-ancestors"))
    await page.goto(url)
    const frame = page.frameLocator("iframe").first()
    const photo = frame.getByRole("img", { name: "The photograph otter" })
    await expect(photo).toBeVisible()
    await expect(photo).toHaveJSProperty("complete", true)
    await expect(frame.getByText("About otter")).toBeVisible()
    await expect(frame.getByRole("link", { name: t("outside.on", { site: "Ichimai" }) })).toHaveAttribute(
      "href",
      `${baseURL}/p/${id}`,
    )
    await refused
    await expect(page.frameLocator("#other").getByText(ada.handle)).toHaveCount(0)
  } finally {
    server.close()
  }
})

test("whatever a caption says, the page around it stays whole", async ({ page, somebody }) => {
  const ada = await somebody()
  const photoId = await ada.site.upload("lake.jpg", await photoBytes("lake"))
  const caption = xssCorpus.join(" ").slice(0, 2000)
  const { id } = await ada.site.publish({
    photos: [{ photoId, altText: xssCorpus.slice(0, 12).join(" ") }],
    caption,
    visibility: "public",
    commentsAllowed: true,
  })
  page.on("dialog", () => {
    throw new Error("a script ran")
  })
  await page.goto(`/p/${id}`)
  const content = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute("content")
  expect(await content("og:image:alt")).toBe(xssCorpus.slice(0, 12).join(" "))
  expect(caption.startsWith((await content("og:description")) ?? "-")).toBe(true)
  await expect(page.getByText(xssCorpus[0] ?? "", { exact: false }).first()).toBeVisible()
  const image = page.locator('meta[property="og:image"]')
  expect((await page.request.get((await image.getAttribute("content")) ?? "")).status()).toBe(200)
})

test("without a connection a page says so, and comes when there is one", async ({ page, context }) => {
  await page.goto("/about")
  await page.evaluate(() => navigator.serviceWorker.ready)
  await context.setOffline(true)
  await page.goto("/explore")
  await expect(page.getByRole("heading", { name: t("outside.offlineTitle") })).toBeVisible()
  await page.goto("/ja/explore")
  await expect(page.getByRole("heading", { name: words("ja")("outside.offlineTitle") })).toBeVisible()
  await context.setOffline(false)
  await page.getByRole("link", { name: words("ja")("outside.again") }).click()
  await expect(page.getByRole("heading", { level: 1, name: words("ja")("explore.headline") })).toBeVisible()
})

test("a photo shared from the phone opens in compose", async ({ page, context, somebody }) => {
  await signIn(context, await somebody())
  await page.goto("/about")
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    // What the phone does with `share_target` of the manifest.
    document.body.innerHTML = `<form action="/share" method="post" enctype="multipart/form-data">
      <input type="file" name="photos" aria-label="photos" multiple><button>share</button></form>`
  })
  await page.getByLabel("photos").setInputFiles([photoPath("wren"), photoPath("lake")])
  await page.getByRole("button", { name: "share" }).click()
  await expect(page).toHaveURL(/\/upload$/)
  await expect(page.getByText(t("upload.count", { count: 2, max: 10, described: 0 }))).toBeVisible()
  // What was taken over is kept a moment later.
  await expect.poll(() => page.evaluate(keptFiles)).toBe(2)
  await page.reload()
  await expect(page.getByText(t("upload.count", { count: 2, max: 10, described: 0 }))).toBeVisible()
})

/** How many files the page keeps on the device. */
function keptFiles(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("uploads")
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const counting = opening.result.transaction("files").objectStore("files").count()
      counting.onsuccess = () => {
        opening.result.close()
        resolve(counting.result)
      }
      counting.onerror = () => reject(counting.error)
    }
  })
}

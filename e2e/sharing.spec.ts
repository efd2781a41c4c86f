import type { APIRequestContext, Browser, Page } from "@playwright/test"
import { expect, photoPath, post, signIn, test, watch } from "./fixtures"

const password = "harebell-scree-42"
const variants = ["320.avif", "640.avif", "1280.avif", "2048.avif", "640.jpg", "1280.jpg", "original"]

/** A browser of somebody's own. */
async function browserOf(browser: Browser, baseURL: string | undefined, as?: { email: string }) {
  const context = await browser.newContext({ baseURL })
  if (as) await signIn(context, as)
  const page = await context.newPage()
  return { page, request: context.request, complaints: watch(page) }
}

async function send<T>(
  request: APIRequestContext,
  path: string,
  data: object,
  method: "post" | "put" = "post",
) {
  const origin = new URL((await request.get("/health")).url()).origin
  const answer = await request[method](path, { data, headers: { origin } })
  expect([path, answer.ok()]).toEqual([path, true])
  return (await answer.text()) === "" ? (undefined as T) : ((await answer.json()) as T)
}

const albumItems = async (request: APIRequestContext, albumId: string) => {
  const answer = await request.get(`/api/albums/${albumId}/items`)
  return answer.ok() ? (await answer.json()).items : answer.status()
}

/** Every address of a photo that there could be. @returns the statuses that were no refusal */
async function opened(request: APIRequestContext, photoId: string, token: string) {
  const tries = variants.flatMap((variant) => [
    `/api/media/${photoId}/${variant}`,
    `/api/media/${photoId}/${variant}?link=${token}`,
    `/api/media/${photoId}/${variant}?link=${token}&download=1`,
    `/media/public/${photoId}/1-${variant}`,
  ])
  // A connection that was idle may be closed while it is used again.
  const options = { maxRedirects: 0, maxRetries: 3 }
  const answers = await Promise.all(tries.map((path) => request.get(path, options)))
  return answers.flatMap((answer, index) => (answer.status() < 400 ? [tries[index]] : []))
}

async function unlock(page: Page) {
  await page.getByRole("textbox", { name: "Password", exact: true }).fill(password)
  await page.getByRole("button", { name: "Open album" }).click()
}

test("an owner, a member, a guest and a stranger share an album", async ({ browser, baseURL, somebody }) => {
  const [ada, ben] = [await somebody(), await somebody()]
  const owner = await browserOf(browser, baseURL, ada)
  const member = await browserOf(browser, baseURL, ben)
  const guest = await browserOf(browser, baseURL)
  const stranger = await browserOf(browser, baseURL)

  // The owner makes an album with a private post, a member, and a link with a password that takes photos.
  const inside = await post(ada, "anhinga", "private")
  const album = await send<{ id: string }>(owner.request, "/api/albums", { title: "Picos, October" })
  await send(owner.request, `/api/albums/${album.id}/items`, { postIds: [inside.id] })
  await send(owner.request, `/api/albums/${album.id}/members`, { handle: ben.handle })
  const link = await send<{ id: string; url: string }>(owner.request, `/api/albums/${album.id}/share-links`, {
    name: "Family",
    kind: "contribute",
    password,
  })
  const path = new URL(link.url).pathname
  const token = path.split("/")[2] ?? ""
  const photoId = inside.photos[0]?.photoId ?? ""

  // The member sees the private post; the stranger has the link, and nothing of what is behind it.
  expect(await albumItems(member.request, album.id)).toMatchObject([{ id: inside.id }])
  await stranger.page.goto(path)
  await expect(stranger.page.getByRole("heading", { name: "It opens with a password" })).toBeVisible()
  expect(await stranger.page.content()).not.toContain("Picos")
  expect(await stranger.page.locator('meta[property="og:image"]').count()).toBe(0)
  expect(await opened(stranger.request, photoId, token)).toEqual([])
  await stranger.page.getByRole("textbox", { name: "Password", exact: true }).fill("not that one")
  await stranger.page.getByRole("button", { name: "Open album" }).click()
  await expect(stranger.page.getByText("4 tries left, then a pause of 10 minutes")).toBeVisible()
  expect(await albumItems(stranger.request, album.id)).toBe(404)

  // The guest knows the password, looks, and sends a photo under a name.
  await guest.page.goto(path)
  await unlock(guest.page)
  await expect(guest.page.getByRole("heading", { name: "Picos, October" })).toBeVisible()
  expect(await opened(guest.request, photoId, token)).not.toEqual([])
  await guest.page.getByRole("textbox", { name: "Your name" }).fill("<i>Grandma</i>")
  await guest.page.getByRole("button", { name: "Go on" }).click()
  await guest.page.getByLabel("Choose photos").setInputFiles(photoPath("autumn-hill"))
  await expect(guest.page.getByText("Sent. It waits to be approved.")).toBeVisible({ timeout: 60_000 })
  expect(await albumItems(member.request, album.id)).toHaveLength(1)

  // The owner is told, looks at the photo and approves it.
  await expect(async () => {
    await owner.page.goto("/notifications")
    const told = owner.page.getByRole("link", { name: /A guest sent a photo to your album “Picos, October”/ })
    await told.click({ timeout: 2000 })
  }).toPass({ timeout: 30_000 })
  await expect(owner.page.getByText("from <i>Grandma</i>")).toBeVisible()
  await owner.page.getByRole("button", { name: "Approve", exact: true }).click()
  await expect(owner.page.getByRole("heading", { name: "Nothing waits" })).toBeVisible()

  // Now the member sees it, credited, and the guest too; the stranger still sees nothing of it.
  const items = await albumItems(member.request, album.id)
  expect(items).toHaveLength(2)
  const sent = items.find((one: { guest?: string }) => one.guest === "<i>Grandma</i>")
  expect(sent).toMatchObject({ visibility: "private", author: { handle: ada.handle } })
  expect(await opened(stranger.request, sent.photos[0].photoId, token)).toEqual([])
  await guest.page.reload()
  await expect(
    guest.page
      .getByRole("main")
      .getByRole("link")
      .filter({ has: guest.page.locator("img") }),
  ).toHaveCount(2)

  // The end of the link ends all: the page, the pictures, the uploads.
  const { origin } = new URL(link.url)
  expect((await owner.request.delete(`/api/share-links/${link.id}`, { headers: { origin } })).status()).toBe(
    204,
  )
  await guest.page.reload()
  await expect(guest.page.getByRole("heading", { name: "This link has ended" })).toBeVisible()
  expect(await opened(guest.request, photoId, token)).toEqual([])
  expect((await guest.request.get(`/api/s/${token}`)).status()).toBe(410)
  expect(await albumItems(member.request, album.id)).toHaveLength(2)

  for (const { complaints } of [owner, member, guest, stranger]) expect(complaints).toEqual([])
})

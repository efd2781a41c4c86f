import { expect, expectAccessible, layoutShift, type Person, post, signIn, test } from "./fixtures"
import { locales, pathIn } from "./words"

/** Pages that anybody may open, and pages of somebody signed in; each in both languages and both themes. */
const open = [
  "/",
  "/explore",
  "/about",
  "/signin",
  "/signup",
  "/forgot",
  "/reset?token=none",
  "/verify?token=none",
  "/search",
  "/search?q=dune",
  "/search?q=nothing-like-it",
  "/t/dune",
  "/nothing-here",
]
const personal = [
  "/",
  "/upload",
  "/settings/profile",
  "/settings/account",
  "/settings/privacy",
  "/settings/tags",
  "/settings/sessions",
  "/settings/tokens",
]

let ada: Person
let postPath: string
let privatePath: string

test.describe.configure({ mode: "serial" })

test("somebody posts", async ({ somebody }) => {
  ada = await somebody()
  for (const photo of ["dune", "otter", "courtyard"]) await post(ada, photo)
  postPath = `/p/${(await post(ada, "skyline")).id}`
  privatePath = `/p/${(await post(ada, "ivy", "private")).id}`
})

for (const locale of locales) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ colorScheme })

      test("every public page reads well", async ({ page }) => {
        for (const path of [...open, postPath, `/u/${ada.handle}`, `/u/${ada.handle}/followers`]) {
          await test.step(path, async () => {
            const answer = await page.goto(pathIn(locale, path), { waitUntil: "load" })
            expect(answer?.status()).toBe(path === "/nothing-here" ? 404 : 200)
            await expect(page.locator("html")).toHaveAttribute("lang", locale)
            await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1)
            await expectAccessible(page)
            expect(await layoutShift(page), "layout shift").toBe(0)
          })
        }
      })

      test("every personal page reads well", async ({ page, context }) => {
        await signIn(context, ada)
        for (const path of [...personal, postPath, privatePath, `/u/${ada.handle}`]) {
          await test.step(path, async () => {
            const answer = await page.goto(pathIn(locale, path), { waitUntil: "load" })
            expect(answer?.status()).toBe(200)
            expect(answer?.headers()["cache-control"]).toContain("no-store")
            await expectAccessible(page)
          })
        }
      })
    })
  }
}

test("the first row of explore is in the HTML, with its placeholder and its priority", async ({
  request,
}) => {
  const html = await (await request.get("/")).text()
  const [first = ""] = /<img[^>]+>/.exec(html) ?? []
  expect(first).toContain('fetchPriority="high"')
  expect(first).toMatch(/width="\d+"/)
  expect(html).toMatch(/--c:#[0-9a-f]{6}/)
})

test("a private post and its variants are nobody else's", async ({ request, page, context }) => {
  expect((await request.get(privatePath)).status()).toBe(404)
  const { id } = await post(ada, "spiral", "private")
  await signIn(context, ada)
  await page.goto(`/p/${id}`)
  const photo = page.getByRole("img", { name: "The photograph spiral" }).first()
  await expect.poll(() => photo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100)
  const address = await photo.evaluate((img: HTMLImageElement) => new URL(img.currentSrc || img.src).href)
  expect(address).toContain("/api/media/")
  expect((await request.get(address)).status()).toBe(404)
})

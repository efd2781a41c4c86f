import { z } from "zod"
import {
  expect,
  expectAccessible,
  layoutShift,
  type Person,
  password,
  photoBytes,
  post,
  signIn,
  test,
} from "./fixtures"
import { sendAsGuest } from "./guest"
import { promote } from "./promote"
import { routeOf, routes } from "./routes"
import { locales, pathIn } from "./words"

/** Pages that anybody may open, and pages of somebody signed in; each in both languages and both themes. */
const open = [
  "/",
  "/explore",
  "/about",
  "/terms",
  "/privacy",
  "/signin",
  "/signup",
  "/forgot",
  "/reset?token=none",
  "/verify?token=none",
  "/search",
  "/search?q=dune",
  "/search?q=nothing-like-it",
  "/t/dune",
  "/takedown",
  "/trending",
  "/unsubscribe?token=none",
  "/nothing-here",
]
const personal = [
  "/",
  "/upload",
  "/notifications",
  "/saved",
  "/drafts",
  "/guests",
  "/settings",
  "/settings/notifications",
  "/settings/profile",
  "/settings/account",
  "/settings/privacy",
  "/settings/tags",
  "/settings/sessions",
  "/settings/tokens",
  "/settings/data",
  "/albums",
  "/albums?kind=shared",
  "/admin",
  "/admin/audit",
  "/admin/cost",
  "/admin/dead-letters",
  "/admin/explain",
  "/admin/people",
  "/admin/reports",
]
/** What this site has nothing of: a message that was refused to the end. */
const elsewhere = ["/admin/dead-letters/[of]/[letterId]"]

let ada: Person
let postPath: string
let privatePath: string
/** Of an album, of links to it, of what is reported, and of pages as others see them. */
const shared: string[] = []
const own: string[] = []

test.describe.configure({ mode: "serial", timeout: 180_000 })

test("somebody posts", async ({ somebody }) => {
  ada = await somebody()
  for (const photo of ["dune", "otter", "courtyard"]) await post(ada, photo)
  postPath = `/p/${(await post(ada, "skyline")).id}`
  privatePath = `/p/${(await post(ada, "ivy", "private")).id}`
})

test("somebody shares an album, and what somebody else posts is reported", async ({ somebody, baseURL }) => {
  const { site, handle } = ada
  const made = z.object({ id: z.string() })
  const album = await site.send(
    "POST",
    "/api/albums",
    { title: "Along the coast", visibility: "public" },
    made,
  )
  const inside = { title: "The last day", visibility: "public", parentId: album.id }
  const inner = await site.send("POST", "/api/albums", inside, made)
  const posts = [postPath, privatePath].map((path) => path.slice("/p/".length))
  await site.send("POST", `/api/albums/${album.id}/items`, { postIds: posts }, z.unknown())
  const link = async (options: object) => {
    const answer = z.object({ id: z.string(), url: z.url() })
    return site.send("POST", `/api/albums/${album.id}/share-links`, options, answer)
  }
  const [open, locked, ended] = [
    await link({ kind: "contribute" }),
    await link({ password: "harebell-42" }),
    await link({}),
  ]
  await site.send("DELETE", `/api/share-links/${ended.id}`, {}, z.unknown())
  await sendAsGuest(baseURL ?? "", open.url.split("/").at(-1) ?? "", "lake")

  const ben = await somebody()
  const { id: reported } = await post(ben, "clock")
  const about = { target: reported, kind: "spam" }
  await site.send("POST", "/api/reports", about, z.unknown())
  await promote(ada, "admin")
  await site.signIn({ email: ada.email, password })
  await expect
    .poll(
      async () =>
        (await site.get("/api/admin/reports", z.object({ items: z.array(z.unknown()) }))).items.length,
    )
    .toBeGreaterThan(0)
  const decided = await site.send(
    "POST",
    "/api/admin/decisions",
    { targets: [reported], act: "warn", rule: "spam", reason: "The same clock again." },
    z.object({ decisions: z.array(made) }),
  )
  shared.push(
    `/a/${album.id}`,
    `/u/${handle}/albums`,
    `/u/${handle}/described`,
    `/u/${handle}/followers`,
    `/u/${handle}/following`,
    `${postPath}/likes`,
    ...[open, locked, ended].map(({ url }) => new URL(url).pathname),
    `${new URL(open.url).pathname}/a/${inner.id}`,
    `${new URL(open.url).pathname}${postPath}`,
  )
  const { id: me } = await site.get("/api/me", made)
  own.push(
    `/a/${album.id}`,
    `/a/${album.id}/guests`,
    `/report/${reported}`,
    `/decisions/${decided.decisions[0]?.id}`,
    "/admin/reports?queue=decided",
    `/admin/explain/${reported}`,
    `/admin/people/${me}`,
    `${postPath}/edit`,
    `/drafts/${await draftOf(ada)}`,
    ...[open, locked].map(({ url }) => `${new URL(url).pathname}?as=guest`),
    `${new URL(locked.url).pathname}${postPath}?as=guest`,
    ...["visitor", "follower", ben.handle].flatMap((as) =>
      [`/u/${handle}`, postPath, `/a/${album.id}`, `/u/${handle}/albums`].map((path) => `${path}?as=${as}`),
    ),
  )
})

/** A post that its author keeps for later. */
async function draftOf({ site }: Person): Promise<string> {
  const photoId = await site.upload("lake.jpg", await photoBytes("lake"))
  const draft = { photos: [{ photoId, altText: "A lake" }], caption: "For later" }
  const answer = z.object({ draft: z.object({ id: z.string() }) })
  return (await site.send("POST", "/api/drafts", draft, answer)).draft.id
}

test("there is no page that is not among them", () => {
  const known = [...open, ...personal, postPath, privatePath, `/u/${ada.handle}`, ...shared, ...own].map(
    routeOf,
  )
  expect(routes.filter((route) => !known.includes(route))).toEqual(elsewhere)
})

for (const locale of locales) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ colorScheme })

      test("every public page reads well", async ({ page }) => {
        for (const path of [...open, postPath, `/u/${ada.handle}`, ...shared]) {
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
        for (const path of [...personal, postPath, privatePath, `/u/${ada.handle}`, ...own]) {
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

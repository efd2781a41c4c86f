import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import AxeBuilder from "@axe-core/playwright"
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test"
import { SiteClient } from "../core/client"

export { expect } from "@playwright/test"

export const password = "seven quiet herons 41"
export type Person = { handle: string; email: string; name: string; site: SiteClient }

let made = 0
const unique = () => `${Date.now().toString(36)}${process.pid.toString(36)}${made++}`

type Fixtures = {
  /** Somebody who signed up, with a client of their own at the API. */
  somebody: () => Promise<Person>
  /** A page whose errors on the console, and whose broken images, fail the test. */
  page: Page
}

export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const complaints = watch(page)
    await use(page)
    expect(complaints, "complaints of the page").toEqual([])
  },
  somebody: async ({ baseURL }, use) => {
    await use(() => newPerson(baseURL ?? ""))
  },
})

/** Notes what a page complains about; refusals that a journey provokes are taken out by the journey. */
export function watch(page: Page): string[] {
  const complaints: string[] = []
  page.on("pageerror", (error) => complaints.push(String(error)))
  page.on("console", (message) => {
    if (message.type() === "error" && !expected(message.text())) complaints.push(message.text())
  })
  return complaints
}

/** A browser says so itself when an answer is a refusal; those are the pages' to show. */
const expected = (text: string) => /the server responded with a status of 4\d\d/.test(text)

async function newPerson(baseURL: string): Promise<Person> {
  const handle = `p${unique()}`.slice(0, 30)
  const person = { handle, email: `${handle}@example.com`, name: "Ada Quill" }
  const site = new SiteClient(baseURL, { pollEvery: 100 })
  await site.signUp({ ...person, password })
  await site.signIn({ email: person.email, password })
  return { ...person, site }
}

/** Signs a person in in a browser, as its sign-in page does. */
export async function signIn(context: BrowserContext, { email }: Pick<Person, "email">) {
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json()
  const form = { csrfToken, email, password, json: "true" }
  const answer = await context.request.post("/api/auth/callback/credentials", { form })
  expect(answer.status()).toBe(200)
}

/** Path and bytes of a demo photograph. */
export const photoPath = (name: string) =>
  fileURLToPath(new URL(`../local/demo/photos/${name}.jpg`, import.meta.url))
export const photoBytes = (name: string) => readFile(photoPath(name))

/** A published post of one photograph. */
export async function post(person: Person, photo: string, visibility: "public" | "private" = "public") {
  const photoId = await person.site.upload(`${photo}.jpg`, await photoBytes(photo))
  return person.site.publish({
    photos: [{ photoId, altText: `The photograph ${photo}` }],
    caption: `About ${photo}`,
    visibility,
    commentsAllowed: true,
  })
}

/** Whoever signs up and then in with a browser is told of that: a mail that most journeys are not about. */
const aboutDevice = /^A new device/

/**
 * The newest mail to an address, once it is there.
 * @param about what its subject is like; mails about new devices have to be asked for
 */
export async function mailTo(email: string, about?: RegExp): Promise<{ subject: string; link: string }> {
  const find = async () => {
    const mails = (await (await fetch(`${process.env.E2E_MAIL}/mail.json`)).json()) as Mail[]
    const wanted = ({ subject }: Mail) => (about ? about.test(subject) : !aboutDevice.test(subject))
    return mails
      .filter((mail) => mail.to.includes(email) && wanted(mail))
      .sort((a, b) => (a.id < b.id ? 1 : -1))[0]
  }
  await expect.poll(async () => (await find())?.subject, { message: `a mail to ${email}` }).toBeTruthy()
  const mail = await find()
  return { subject: mail?.subject ?? "", link: /https?:\/\/\S+/.exec(mail?.text ?? "")?.[0] ?? "" }
}
type Mail = { id: string; to: string[]; subject: string; text: string }

/** Drops files onto the page, as from a folder on the desk. */
export async function drop(page: Page, names: readonly string[]) {
  const files = await Promise.all(
    names.map(async (name) => ({ name: `${name}.jpg`, data: (await photoBytes(name)).toString("base64") })),
  )
  const transfer = await page.evaluateHandle((sent) => {
    const data = new DataTransfer()
    for (const { name, data: text } of sent) {
      const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
      data.items.add(new File([bytes], name, { type: "image/jpeg" }))
    }
    return data
  }, files)
  await page.dispatchEvent("body", "dragenter", { dataTransfer: transfer })
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer })
}

/** No violation that axe can find, and nothing that scrolls sideways. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`),
    "accessibility",
  ).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, "sideways scrolling").toBeLessThanOrEqual(0)
}

/** How much the layout of the page has shifted since it was opened (CLS). */
export const layoutShift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
        }).observe({ type: "layout-shift", buffered: true })
        requestAnimationFrame(() => setTimeout(() => resolve(sum), 0))
      }),
  )

import type { Journey } from "../canary/canary.schema"
import { config } from "../config"
import { Storage } from "../storage"
import { now } from "../time"
import type { Locale } from "../user/user.schema"
import { pageOf } from "./page"
import { type PublicIncident, StatusView } from "./status.schema"
import { counted, judged } from "./tally"

export { isOpen } from "./tally"

/**
 * The status is one document in the media bucket, `/status.json` as people read it, and the two pages made of it. It
 * is not in the table, because it is read and written when the table is what is broken. One rolling document instead
 * of one a day: ninety days of five journeys are 450 counters, some 25 KB, which the page needs all of anyway; a
 * document a day would be ninety reads for each page. Writers (canary, housekeeping, operators) replace the version
 * that they have read, or begin anew.
 */
const keys = {
  json: "status/index.json",
  en: "status/index.html",
  ja: "status/ja/index.html",
} as const

/** Seconds for which the CDN and browsers keep it. */
const seconds = 30
const tries = 6

/**
 * How the site is, by journey: what the canary has found, the open incidents, ninety days of history. It is the one
 * source of the status page, of `ops health` and of the admin page, and needs nothing but storage.
 * Judged anew for now: what nobody has looked at for a quarter of an hour is `unknown`.
 */
export async function health(): Promise<StatusView> {
  const { view } = await load()
  return judged(view, now())
}

/** Counts a run of the canary in. */
export const noteJourneys = (run: readonly Journey[]) => change((view) => counted(view, run, now()))

/** Shows these incidents, and no others; the newest first. */
export const noteIncidents = (incidents: readonly PublicIncident[]) =>
  change((view) => ({ ...view, incidents: [...incidents] }))

/** What `/status`, `/ja/status` or `/status.json` shows: as written, and made now before the first time. */
export async function page(what: Locale | "json"): Promise<string> {
  const text = await written(what)
  if (text !== undefined) return text
  const view = await health()
  return what === "json" ? `${JSON.stringify(view)}\n` : pageOf(view, what)
}

/** Judges anew, and writes it: what nobody has looked at is said to be unknown. */
export const refresh = () => change((view) => view)

const written = async (what: Locale | "json") =>
  (await Storage.readDocument(config.mediaBucket, keys[what]))?.text

/**
 * Changes the document and makes the pages of it.
 * @throws Error when others were faster each time, or storage refuses
 */
async function change(edit: (view: StatusView) => StatusView): Promise<StatusView> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const { view, etag } = await load()
    const { siteName: name, siteUrl: url } = config.settings
    const next = judged(edit({ ...view, site: { name, url } }), now())
    const text = `${JSON.stringify(next)}\n`
    if (await write("json", text, etag ?? "none")) {
      await writePages(text)
      return next
    }
  }
  throw new Error("The status could not be written: others were faster each time.")
}

/** Makes the pages of a version, and of the next one where another writer has come between. */
async function writePages(text: string) {
  for (let attempt = 0; attempt < tries; attempt++) {
    const view = StatusView.parse(JSON.parse(text))
    await Promise.all((["en", "ja"] as const).map((locale) => write(locale, pageOf(view, locale))))
    const newest = await written("json")
    if (newest === undefined || newest === text) return
    text = newest
  }
}

const types = { json: "application/json; charset=utf-8", html: "text/html; charset=utf-8" }

const write = (what: keyof typeof keys, text: string, replaces?: string) =>
  Storage.writeDocument(config.mediaBucket, keys[what], {
    text,
    contentType: what === "json" ? types.json : types.html,
    seconds,
    ...(replaces === undefined ? {} : { replaces }),
  })

async function load(): Promise<{ view: StatusView; etag?: string }> {
  const found = await Storage.readDocument(config.mediaBucket, keys.json)
  if (found) return { view: StatusView.parse(JSON.parse(found.text)), etag: found.etag }
  const { siteName: name, siteUrl: url } = config.settings
  const empty: StatusView = {
    site: { name, url },
    state: "unknown",
    updatedAt: now(),
    journeys: [],
    incidents: [],
  }
  return { view: judged(empty, now()) }
}

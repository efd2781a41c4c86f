import "server-only"
import { visitorFrom } from "@/app/_server/actor"
import { answer } from "@/app/_server/route"
import { Status } from "@/core/status"

const headers = { "cache-control": "public, max-age=30", "x-robots-tag": "noindex" }
const types = {
  json: "application/json; charset=utf-8",
  en: "text/html; charset=utf-8",
  ja: "text/html; charset=utf-8",
}

/**
 * Answers with the status page as storage has it. Where there is a CDN, it does so itself and nobody gets here; on a
 * laptop, and in `sst dev`, the site is at the same addresses.
 */
export const statusRoute = (what: "en" | "ja" | "json") => (request: Request) =>
  answer(
    request,
    async () =>
      new Response(await Status.page(what), { headers: { ...headers, "content-type": types[what] } }),
    visitorFrom,
  )

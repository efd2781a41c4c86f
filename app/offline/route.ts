import { visitorFrom } from "@/app/_server/actor"
import { offlinePage } from "@/app/_server/outside/offline"
import { answer } from "@/app/_server/route"

const headers = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "public, max-age=0, s-maxage=60",
  "x-robots-tag": "noindex",
}

/** What the service worker keeps, and shows where the site cannot be reached. */
export const GET = (request: Request) =>
  answer(
    request,
    async () => {
      const lang = new URL(request.url).searchParams.get("lang") === "ja" ? "ja" : "en"
      return new Response(offlinePage(lang), { headers })
    },
    visitorFrom,
  )

import { visitorFrom } from "@/app/_server/actor"
import { docsPage } from "@/app/_server/openapi/page"
import { answer } from "@/app/_server/route"

const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "public, max-age=300" }

export const GET = (request: Request) =>
  answer(request, async () => new Response(docsPage(), { headers }), visitorFrom)

import { docsPage } from "@/app/_server/openapi/page"

export const GET = () =>
  new Response(docsPage(), {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "public, max-age=300" },
  })

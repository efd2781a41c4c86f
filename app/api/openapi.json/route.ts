import { visitorFrom } from "@/app/_server/actor"
import { openApiDocument } from "@/app/_server/openapi/document"
import { answer } from "@/app/_server/route"

const headers = { "cache-control": "public, max-age=300" }

export const GET = (request: Request) =>
  answer(request, async () => Response.json(openApiDocument(), { headers }), visitorFrom)

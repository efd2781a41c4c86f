import { visitorFrom } from "@/app/_server/actor"
import { openApiDocument } from "@/app/_server/openapi/document"
import { answer } from "@/app/_server/route"

const headers = { "content-type": "application/json", "cache-control": "public, max-age=300" }

/** Made once: it is the same for everybody, and takes longer than any other answer. */
let text: string | undefined

const documented = () => {
  text ??= JSON.stringify(openApiDocument())
  return new Response(text, { headers })
}

export const GET = (request: Request) => answer(request, async () => documented(), visitorFrom)

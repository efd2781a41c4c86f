import { gzipSync } from "node:zlib"
import type { APIRequestContext } from "@playwright/test"
import { expect, post, signIn, test } from "./fixtures"

/** The script of an empty application of the same Next.js and React, as measured; in bytes, gzip. */
const bareBytes = 134_900

/** What a page may add to it at its first load, in kilobytes. */
const budgets = { explore: 15, post: 20, home: 30, upload: 40 }

test("no page's script is heavier than its budget", async ({ context, somebody }) => {
  const ada = await somebody()
  const { id } = await post(ada, "dune")
  await signIn(context, ada)
  const paths = { explore: "/explore", post: `/p/${id}`, home: "/", upload: "/upload" }
  for (const [page, path] of Object.entries(paths) as [keyof typeof budgets, string][]) {
    const added = ((await scriptBytes(context.request, path)) - bareBytes) / 1000
    expect(added, `${page}, in kB over an empty application`).toBeGreaterThan(0)
    expect(added, `${page}, in kB over an empty application`).toBeLessThanOrEqual(budgets[page])
  }
})

/** What a browser fetches of script before anybody does anything, gzip. */
async function scriptBytes(request: APIRequestContext, path: string): Promise<number> {
  const html = await (await request.get(path)).text()
  const tags = html.match(/<script[^>]+src="[^"]+"[^>]*>/g) ?? []
  const modern = tags
    .filter((tag) => !/nomodule/i.test(tag))
    .map((tag) => tag.match(/src="([^"]+)"/)?.[1] ?? "")
  const bodies = await Promise.all([...new Set(modern)].map(async (src) => (await request.get(src)).body()))
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
}

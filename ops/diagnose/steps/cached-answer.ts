import { CloudFrontClient, CreateInvalidationCommand } from "@aws-sdk/client-cloudfront"
import { distributionOf } from "../../distribution"
import { global } from "../../stage"
import { patience } from "../../verify/check"
import { fine, type Step, unknown } from "../step"

/** A visitor's page is kept for 10 s, and shown for 30 s more while it is made anew. */
const longest = 40

export const cachedAnswer: Step = {
  asks: "How old is what the CDN shows?",
  async look({ stage, about }) {
    const { site } = await stage.outputs()
    const url = new URL(about && /^(https?:\/\/|\/)/.test(about) ? about : "/", site)
    if (url.origin !== new URL(site).origin) return unknown(`${url.origin} is not this stage's.`)
    const answer = await fetch(url, { signal: AbortSignal.timeout(patience), redirect: "manual" })
    const seconds = Number(answer.headers.get("age") ?? 0)
    const said = ["cache-control", "age", "x-cache", "last-modified"].flatMap((name) =>
      answer.headers.has(name) ? [`${name}: ${answer.headers.get(name)}`] : [],
    )
    const found = `${url.pathname} answers ${answer.status}, ${said.join(", ") || "and says nothing of caches"}`
    const isForever = /immutable/.test(answer.headers.get("cache-control") ?? "")
    if (isForever || answer.status >= 400 || seconds <= longest) return fine(found)
    const { pathname } = url
    return {
      is: "cause",
      found,
      means:
        "It is older than a page may be: the server behind does not answer, and the CDN shows what it has (for an hour at most).",
      cause: `A stale cache: ${pathname} is ${seconds} s old at the CDN.`,
      next: `cache invalidate '${pathname}'`,
      ...(stage.isLocal
        ? {}
        : {
            remedy: {
              change: `forget ${pathname} at the CDN`,
              async apply() {
                const { Invalidation } = await stage.client(CloudFrontClient, global).send(
                  new CreateInvalidationCommand({
                    DistributionId: await distributionOf(stage),
                    InvalidationBatch: {
                      CallerReference: `diagnose-${Date.now()}`,
                      Paths: { Quantity: 1, Items: [pathname] },
                    },
                  }),
                )
                return `the CDN forgets ${pathname}: cache status ${Invalidation?.Id}`
              },
            },
          }),
    }
  },
}

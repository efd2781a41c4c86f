import { Resolver } from "node:dns/promises"
import { check } from "./check"

const looks = new Resolver({ timeout: 3000, tries: 2 })

/** `nslookup your-domain.com`: do the names lead anywhere, over IPv4 and IPv6? */
export const dns = (host: string, resolver: Pick<Resolver, "resolve4" | "resolve6"> = looks) =>
  check(`DNS of ${host}`, async () => {
    const none = (error: NodeJS.ErrnoException): string[] => {
      if (error.code === "ENODATA" || error.code === "ENOTFOUND") return []
      throw error
    }
    const [four, six] = await Promise.all([
      resolver.resolve4(host).catch(none),
      resolver.resolve6(host).catch(none),
    ])
    if (four.length === 0) return { ok: false, found: "no IPv4 address" }
    return { ok: true, found: `${four.length} IPv4, ${six.length} IPv6 (${four[0]} …)` }
  })

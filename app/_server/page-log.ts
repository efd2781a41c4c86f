import "server-only"
import { after } from "next/server"
import { log } from "@/core/log"
import { takeElsewhere } from "@/core/meter"

/**
 * Writes a line about a page once it was sent: of which kind it was, how long it took, what it used. Its path is not
 * in it: mailed tokens are in paths of pages. Several pages at a time share what they used; a function makes one at a
 * time.
 * @param path as asked for; undefined where the proxy did not see the page
 */
export function logPage(path: string | undefined, userId: string | undefined): void {
  const began = performance.now()
  after(() => {
    const [first = ""] = (path ?? "/")
      .replace(/^\/ja(?=\/|$)/, "")
      .split("/")
      .filter(Boolean)
    const about = { route: `/${first}`, ...(userId ? { user_id: userId } : {}) }
    log.info("page", { ...about, duration: Math.round(performance.now() - began), ...takeElsewhere() })
  })
}

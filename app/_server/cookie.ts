import "server-only"
import { config } from "@/core/config"

export const isSecure = () => config.settings.siteUrl.startsWith("https://")

/** The value as it was sent: ours have no character that a cookie would escape. */
export function readCookie(header: string | null, name: string): string | undefined {
  const pair = header?.split(/;\s*/).find((part) => part.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}

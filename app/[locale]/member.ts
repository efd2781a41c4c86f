import { getLocale } from "next-intl/server"
import { currentActor } from "@/app/_server/actor"
import { User } from "@/core/user"
import { getPathname, redirect } from "@/i18n/navigation"

/**
 * The person a members' page is for; visitors are sent to sign in and come back.
 * @param path the page, without its language
 */
export async function memberAt(path: string) {
  const [actor, locale] = await Promise.all([currentActor(), getLocale()])
  if (actor.kind !== "user") {
    return redirect({
      href: { pathname: "/signin", query: { next: getPathname({ href: path, locale }) } },
      locale,
    })
  }
  return { actor, me: await User.me(actor, {}) }
}

import { cache } from "react"
import { currentActor } from "@/app/_server/actor"
import { orNotFound } from "@/app/_server/page"
import { Post } from "@/core/post"
import { Profile } from "@/core/profile"
import type { ProfileView } from "@/core/profile/profile.schema"
import { permanentRedirect } from "@/i18n/navigation"

type Params = { locale: string; handle: string }

const userOf = cache(async (handle: string) => orNotFound(Profile.get(await currentActor(), { handle })))

/** A page of a person's posts, all or the described ones; its head and its body read it once. */
export const postsOf = cache(async (handle: string, tab: "posts" | "described", cursor?: string) => {
  const described = tab === "described" ? ({ described: "1" } as const) : {}
  return orNotFound(Post.byUser(await currentActor(), { handle, cursor, ...described }))
})

/**
 * The person whose page this is. Whoever comes by a handle that the person had before, or by another spelling of it, is
 * sent to the present one for good.
 * @param below the rest of the path: `/described`
 * @param cursor where its list goes on
 */
export async function profileAt(
  { locale, handle }: Params,
  below = "",
  cursor?: string,
): Promise<ProfileView> {
  const user = await userOf(handle.replace(/^%40/, "@"))
  if (user.handle === handle) return user
  const href = { pathname: `/u/${user.handle}${below}`, query: cursor ? { cursor } : ("" as const) }
  return permanentRedirect({ locale, href })
}

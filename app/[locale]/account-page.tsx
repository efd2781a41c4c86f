import { getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { currentActor } from "@/app/_server/actor"
import { site } from "@/app/_server/site"
import { Split } from "@/components/account/split"
import { Feed } from "@/core/feed"

/** A page around an account, beside the newest photo that everybody may see. */
export async function AccountPage({ children }: { children: ReactNode }) {
  const t = await getTranslations("layout")
  const { items } = await Feed.explore(await currentActor(), { limit: 1 })
  const [post] = items
  return (
    <Split
      site={site.name}
      otherLanguage={t("otherLanguage")}
      wall={post?.photos[0] && { photo: post.photos[0], by: post.author.name }}
    >
      {children}
    </Split>
  )
}

import { notFound } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { currentActor } from "@/app/_server/actor"
import { site } from "@/app/_server/site"
import { AdminFrame } from "@/components/admin/admin-frame"
import type { Part } from "@/components/admin/parts"
import { moderates, runsSite } from "@/core/actor"
import { User } from "@/core/user"

/** Who runs the site and asks for a page of theirs; everybody else gets what they get where no page is. */
export const adminHere = cache(async () => {
  const actor = await currentActor()
  if (!runsSite(actor)) notFound()
  return actor
})

/** Who decides about reports and asks for a page of theirs; everybody else gets what they get where no page is. */
export const moderatorHere = cache(async () => {
  const actor = await currentActor()
  if (!moderates(actor)) notFound()
  return actor
})

/** The title of such a page: it is not told either to who may not know of it. */
export const adminMetadata = (part: Part) => async () => {
  await (part === "reports" ? moderatorHere() : adminHere())
  const t = await getTranslations("admin.parts")
  return { title: t(part), robots: { index: false } }
}

/** A page of those who run the site, in its frame. */
export async function AdminPage({ part, children }: { part: Part; children: React.ReactNode }) {
  const viewer = await User.me(await (part === "reports" ? moderatorHere() : adminHere()), {})
  return (
    <AdminFrame site={site} viewer={viewer} part={part}>
      {children}
    </AdminFrame>
  )
}

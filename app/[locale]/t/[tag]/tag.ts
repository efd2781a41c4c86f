import { notFound } from "next/navigation"
import { cache } from "react"
import { currentActor } from "@/app/_server/actor"
import { orNotFound } from "@/app/_server/page"
import { Tag } from "@/core/tag"
import type { TagView } from "@/core/tag/tag.schema"
import { permanentRedirect } from "@/i18n/navigation"

type Params = { locale: string; tag: string }

const viewOf = cache(async (tag: string) => orNotFound(Tag.get(await currentActor(), { tag })))

/**
 * The tag whose page this is. Whoever comes by another spelling of it is sent to the one for good.
 * @param cursor where its list goes on
 */
export async function tagAt({ locale, tag: written }: Params, cursor?: string): Promise<TagView> {
  const given = decoded(written)
  const view = await viewOf(given)
  if (view.tag === given) return view
  const pathname = `/t/${encodeURIComponent(view.tag)}`
  return permanentRedirect({ locale, href: { pathname, query: cursor ? { cursor } : ("" as const) } })
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return notFound()
  }
}

/** A page of the posts that carry a tag; its head and its body read it once. */
export const postsWith = cache(async (tag: string, cursor?: string) =>
  orNotFound(Tag.posts(await currentActor(), { tag, cursor })),
)

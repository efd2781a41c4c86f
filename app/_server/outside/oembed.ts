import "server-only"
import { embedHtml, embedSize } from "@/components/post/embed-html"
import type { OembedView, Offer } from "@/core/embed/embed.schema"
import type { PostView } from "@/core/post/post.schema"
import { site } from "../site"
import { absolute, imagesOf, personPage, titleOf } from "./post-facts"
import { sharedAnswer } from "./shared-answer"

/** As soon as this a consumer asks again, and hears if the post is not for everybody any more. In seconds. */
const lasts = 60

/** A post as oEmbed 1.0 says it. */
export function oembed({ post, lang, maxwidth, maxheight }: Offer): OembedView {
  const title = titleOf(post, lang)
  return {
    version: "1.0",
    type: "rich",
    title,
    author_name: post.author.name,
    author_url: personPage(post.author, lang),
    provider_name: site.name,
    provider_url: absolute("/"),
    cache_age: lasts,
    html: embedHtml(post, { url: embedPage(post, lang), title, maxwidth, maxheight }),
    ...embedSize(post, { maxwidth, maxheight }),
    ...thumbnail(post, maxwidth, maxheight),
  }
}

const embedPage = ({ id }: PostView, lang: string) =>
  absolute(`/embed/${id}${lang === "en" ? "" : `?lang=${lang}`}`)

/** The largest picture of the first photo that fits. */
function thumbnail(post: PostView, maxwidth = 1280, maxheight = 1280) {
  const [photo] = post.photos
  if (imagesOf(post).length === 0) return {}
  const fitting = photo?.variants.findLast(
    ({ type, width, height }) => type === "image/jpeg" && width <= maxwidth && height <= maxheight,
  )
  if (!fitting) return {}
  const { url, width, height } = fitting
  return { thumbnail_url: absolute(url), thumbnail_width: width, thumbnail_height: height }
}

/** It is public, and any site's script may read it. */
export const asOembed = (offer: Offer, request: Request) =>
  sharedAnswer(request, JSON.stringify(oembed(offer)), {
    type: "application/json",
    headers: { "access-control-allow-origin": "*" },
  })

import "server-only"
import type { PostView } from "@/core/post/post.schema"
import type { Locale } from "@/core/user/user.schema"
import { element } from "./markup"
import { imagesOf, postPage } from "./post-facts"
import { wordsIn } from "./words"

/** A post as a feed reader shows it: its photos with their descriptions, or why they are covered, and its caption. */
export function itemHtml(post: PostView, lang: Locale): string {
  const t = wordsIn(lang)
  const images = imagesOf(post, t("undescribed", { name: post.author.name }))
  const photos = images.map((image) => {
    const { url: src, ...rest } = image
    return element("p", {}, element("img", { src, ...rest }))
  })
  const cover = element(
    "p",
    {},
    element("b", {}, t("covered", { warning: post.contentWarning ?? "" })),
    " ",
    element("a", { href: postPage(post, lang) }, t("look")),
  )
  const lines = post.caption
    .split("\n")
    .flatMap((line, index) => (index > 0 ? [element("br"), line] : [line]))
  const caption = element("p", {}, ...lines)
  return [...(post.contentWarning ? [cover] : photos), ...(post.caption ? [caption] : [])].join("")
}

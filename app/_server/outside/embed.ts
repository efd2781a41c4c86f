import "server-only"
import { offered, srcSet } from "@/components/photo/srcset"
import type { Embedded } from "@/core/embed/embed.schema"
import type { PostPhotoView, PostView } from "@/core/post/post.schema"
import type { AuthorView, Locale } from "@/core/user/user.schema"
import { site } from "../site"
import { embedStyle } from "./embed-style"
import { element, type Markup } from "./markup"
import { absolute, pageAt, personPage, postPage, titleOf } from "./post-facts"
import { sharedAnswer } from "./shared-answer"
import { wordsIn } from "./words"

// It stands in a frame of another site: what is opened from it has a window of its own.
const away = { target: "_blank", rel: "noopener" }

/** A post on another site's page: without a script, in the theme of its reader. */
export function embedPage({ post, lang }: Embedded): string {
  return post ? document(titleOf(post, lang), lang, shown(post, lang)) : document(...gone(lang))
}

function document(title: string, lang: Locale, body: Markup): string {
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { name: "viewport", content: "width=device-width,initial-scale=1" }),
    element("title", {}, title),
    element("style", {}, embedStyle),
  )
  return `<!doctype html>\n${element("html", { lang }, head, element("body", {}, body))}`
}

function shown(post: PostView, lang: Locale): Markup {
  const t = wordsIn(lang)
  const photos = strip(post, lang)
  const covered = element(
    "details",
    {},
    element(
      "summary",
      {},
      element("span", {}, t("covered", { warning: post.contentWarning ?? "" })),
      element("b", {}, t("show", { count: post.photos.length })),
    ),
    photos,
  )
  return element("main", {}, post.contentWarning ? covered : photos, bar(post, lang))
}

function strip(post: PostView, lang: Locale): Markup {
  const { photos, author } = post
  const t = wordsIn(lang)
  const several = photos.length > 1
  const frames = photos.map((photo, index) =>
    element(
      "a",
      {
        href: postPage(post, lang),
        ...away,
        style: `--r:${(photo.width / photo.height).toFixed(4)};background:${photo.color}`,
      },
      picture(
        photo,
        photo.altText || t("undescribed", { name: author.name }),
        index === 0 && !post.contentWarning,
      ),
    ),
  )
  const named = several
    ? {
        class: "photos several",
        tabindex: 0,
        role: "group",
        "aria-label": t("several", { count: photos.length }),
      }
    : { class: "photos" }
  return element("div", named, frames)
}

/** In AVIF with JPEG behind it, in the width of the frame; at once, or when it comes into sight. */
function picture({ variants, width, height }: PostPhotoView, alt: string, atOnce: boolean): Markup {
  const set = (type: "image/avif" | "image/jpeg") =>
    offered(variants, { type, largest: 1280, most: Number.POSITIVE_INFINITY }).map((variant) => ({
      ...variant,
      url: absolute(variant.url),
    }))
  const [avif, jpeg] = [set("image/avif"), set("image/jpeg")]
  return element(
    "picture",
    {},
    avif.length > 0 && element("source", { type: "image/avif", srcset: srcSet(avif), sizes: "100vw" }),
    element("img", {
      src: (jpeg.at(-1) ?? avif.at(-1))?.url,
      srcset: srcSet(jpeg) || undefined,
      sizes: "100vw",
      width,
      height,
      alt,
      loading: atOnce ? undefined : "lazy",
    }),
  )
}

/** Whose it is, what they wrote, and where it is from. */
function bar(post: PostView, lang: Locale): Markup {
  const { author } = post
  const caption = post.caption.replace(/\s+/g, " ").trim()
  return element(
    "footer",
    {},
    element("a", { class: "person", href: personPage(author, lang), ...away, tabindex: -1 }, face(author)),
    element(
      "div",
      { class: "words" },
      element("a", { class: "name", href: personPage(author, lang), ...away }, author.name),
      element("p", {}, caption || `@${author.handle}`),
    ),
    element(
      "a",
      { class: "home", href: postPage(post, lang), ...away },
      wordsIn(lang)("on", { site: site.name }),
    ),
  )
}

function face({ avatar, name }: AuthorView): Markup {
  if (!avatar) {
    const [letter] = new Intl.Segmenter().segment(name.trim())
    return element(
      "span",
      { class: "face", "aria-hidden": "true" },
      (letter?.segment ?? "").toLocaleUpperCase(),
    )
  }
  const { variants, x, y, color } = avatar
  const small = variants.find(({ type }) => type === "image/jpeg") ?? variants[0]
  const style = `background:${color};object-position:${x * 100}% ${y * 100}%`
  return element("img", {
    class: "face",
    src: absolute(small?.url ?? ""),
    width: 36,
    height: 36,
    alt: "",
    style,
  })
}

function gone(lang: Locale): [string, Locale, Markup] {
  const t = wordsIn(lang)
  const home = element(
    "a",
    { class: "home", href: pageAt("/", lang), ...away },
    t("toSite", { site: site.name }),
  )
  const words = [element("h1", {}, t("goneTitle")), element("p", {}, t("gone")), home]
  return [t("goneTitle"), lang, element("main", { class: "gone" }, words)]
}

/** Search engines know the post by its own page. */
export const asEmbedPage = (embedded: Embedded, request: Request) =>
  sharedAnswer(request, embedPage(embedded), {
    type: "text/html",
    status: embedded.post ? 200 : 404,
    headers: { "x-robots-tag": "noindex" },
  })

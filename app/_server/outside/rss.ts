import "server-only"
import type { Channel } from "@/core/channel/channel.schema"
import type { PostView } from "@/core/post/post.schema"
import { tagsIn } from "@/core/text-parts.schema"
import type { Locale } from "@/core/user/user.schema"
import { channelFacts, robotsOf } from "./channel-facts"
import { itemHtml } from "./item"
import { element, xml } from "./markup"
import { imagesOf, postPage, titleOf } from "./post-facts"
import { sharedAnswer } from "./shared-answer"

const namespaces = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:media": "http://search.yahoo.com/mrss/",
}

/** A channel as RSS 2.0. */
export function rss(channel: Channel): string {
  const { title, description, page, self, icon } = channelFacts(channel, "xml")
  const newest = channel.posts[0]
  return xml(
    element(
      "rss",
      { version: "2.0", ...namespaces },
      element(
        "channel",
        {},
        element("title", {}, title),
        element("link", {}, page),
        element("description", {}, description),
        element("language", {}, channel.lang),
        element("atom:link", { href: self, rel: "self", type: "application/rss+xml" }),
        newest && element("lastBuildDate", {}, written(newest.createdAt)),
        icon !== undefined &&
          element(
            "image",
            {},
            element("url", {}, icon),
            element("title", {}, title),
            element("link", {}, page),
          ),
        channel.posts.map((post) => item(post, channel.lang)),
      ),
    ),
  )
}

function item(post: PostView, lang: Locale) {
  const link = postPage(post, lang)
  return element(
    "item",
    {},
    element("title", {}, titleOf(post, lang)),
    element("link", {}, link),
    // The same in every language: a reader that changes the feed's does not see everything again.
    element("guid", { isPermaLink: "false" }, post.id),
    element("pubDate", {}, written(post.createdAt)),
    element("dc:creator", {}, post.author.name),
    tagsIn(post.caption).map((tag) => element("category", {}, tag)),
    element("content:encoded", {}, itemHtml(post, lang)),
    imagesOf(post).map(({ url, width, height, alt }) =>
      element(
        "media:content",
        { url, type: "image/jpeg", medium: "image", width, height },
        alt !== "" && element("media:description", { type: "plain" }, alt),
      ),
    ),
  )
}

/** As RFC 822 writes a time. */
const written = (at: string) => new Date(at).toUTCString()

export const asRss = (channel: Channel, request: Request) =>
  sharedAnswer(request, rss(channel), { type: "application/rss+xml", headers: robotsOf(channel) })

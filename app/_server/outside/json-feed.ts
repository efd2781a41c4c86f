import "server-only"
import { z } from "zod"
import type { Channel } from "@/core/channel/channel.schema"
import type { PostView } from "@/core/post/post.schema"
import { tagsIn } from "@/core/text-parts.schema"
import type { AuthorView, Locale } from "@/core/user/user.schema"
import { channelFacts, robotsOf } from "./channel-facts"
import { itemHtml } from "./item"
import { avatarImage, imagesOf, personPage, postPage, titleOf } from "./post-facts"
import { sharedAnswer } from "./shared-answer"

const Author = z.object({ name: z.string(), url: z.url(), avatar: z.url().optional() })

/** What of JSON Feed 1.1 is given. */
export const JsonFeed = z.object({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string(),
  icon: z.url().optional(),
  language: z.string(),
  authors: z.array(Author).optional(),
  items: z.array(
    z.object({
      id: z.string(),
      url: z.url(),
      title: z.string(),
      content_html: z.string(),
      image: z.url().optional(),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime().optional(),
      authors: z.array(Author).length(1),
      tags: z.array(z.string()).optional(),
      attachments: z
        .array(z.object({ url: z.url(), mime_type: z.literal("image/jpeg"), title: z.string().optional() }))
        .optional(),
    }),
  ),
})
type JsonFeed = z.output<typeof JsonFeed>

/** A channel as JSON Feed 1.1. */
export function jsonFeed(channel: Channel): JsonFeed {
  const { title, description, page, self, icon } = channelFacts(channel, "json")
  return {
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: page,
    feed_url: self,
    description,
    ...(icon ? { icon } : {}),
    language: channel.lang,
    ...("person" in channel ? { authors: [author(channel.person, channel.lang)] } : {}),
    items: channel.posts.map((post) => item(post, channel.lang)),
  }
}

function item(post: PostView, lang: Locale): JsonFeed["items"][number] {
  const images = imagesOf(post)
  const tags = tagsIn(post.caption)
  return {
    id: post.id,
    url: postPage(post, lang),
    title: titleOf(post, lang),
    content_html: itemHtml(post, lang),
    ...(images[0] ? { image: images[0].url } : {}),
    date_published: post.createdAt,
    ...(post.editedAt ? { date_modified: post.editedAt } : {}),
    authors: [author(post.author, lang)],
    ...(tags.length > 0 ? { tags } : {}),
    ...(images.length > 0
      ? {
          attachments: images.map(({ url, alt }) => ({
            url,
            mime_type: "image/jpeg" as const,
            ...(alt ? { title: alt } : {}),
          })),
        }
      : {}),
  }
}

function author(person: AuthorView, lang: Locale) {
  const picture = avatarImage(person)
  return {
    name: person.name,
    url: personPage(person, lang),
    ...(picture ? { avatar: picture.url } : {}),
  }
}

export const asJsonFeed = (channel: Channel, request: Request) =>
  sharedAnswer(request, JSON.stringify(jsonFeed(channel)), {
    type: "application/feed+json",
    headers: robotsOf(channel),
  })
